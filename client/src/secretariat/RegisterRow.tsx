import { With } from '../companions/With';
import { InterpretsFor } from '../interpreters/InterpretsFor';
import { t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { useSession } from '../line/context';
import type { Registered } from '../session/view';

interface Props {
  person: Registered;
  mayRecord: boolean;
  onAsk: (what: 'invitation' | 'credentials' | 'interpreter' | 'remove') => void;
}

/** One person on the list, with where he stands on his way in. */
export function RegisterRow({ person, mayRecord, onAsk }: Props) {
  const { view } = useSession();
  const { invitation, standing } = person;
  const held = view.authorities[person.person] ?? [];
  const where = standing === 'registered' ? t(`invitation.${invitation.state}`) : t(`standing.${standing}`);
  return (
    <li className="register-row">
      <div>
        <span className="person-name">{nameOf(person.name)}</span>
        <With person={person.person} companions={person.companions} />
        <InterpretsFor person={person.person} />
        <span className="person-role">{t(`role.${person.role}`)}{held.includes('appoint') && `, ${t('register.appoints')}`}</span>
      </div>
      <div>
        <span className={standing === 'admitted' ? 'tag strong' : 'tag'}>{where}</span>
        {invitation.state === 'issued' && invitation.expires && (
          <span className="small soft"> {standing === 'registered' ? '' : t('invitation.open')} {t('invitation.until', { time: when(invitation.expires) })}</span>
        )}
        {person.onOrderOf && <span className="small soft"> {t('remove.ordered', { who: person.onOrderOf })}</span>}
      </div>
      {standing !== 'removed' && (
        <div className="row">
          {mayRecord && <button type="button" className="tiny" onClick={() => onAsk('credentials')}>{t('credentials.button')}</button>}
          {person.role === 'interpreter' && <button type="button" className="tiny" onClick={() => onAsk('interpreter')}>{t('interpreter.assign')}</button>}
          <button type="button" className="tiny" onClick={() => onAsk('invitation')}>{t('invitation.button')}</button>
          <button type="button" className="tiny danger" onClick={() => onAsk('remove')}>{t('remove.button')}</button>
        </div>
      )}
    </li>
  );
}
