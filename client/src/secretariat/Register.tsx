import { useState } from 'react';
import { InterpreterDialog } from '../interpreters/InterpreterDialog';
import { useSession } from '../line/context';
import { t } from '../messages';
import { RemoveDialog } from '../people/RemoveDialog';
import { partyIndex } from '../session/select';
import type { Registered } from '../session/view';
import type { Id } from '../wire/protocol';
import { CredentialsDialog } from './CredentialsDialog';
import { InvitationDialog } from './InvitationDialog';
import { RegisterRow } from './RegisterRow';

type Asked = { what: 'invitation' | 'credentials' | 'interpreter' | 'remove'; person: Id } | null;

/** Everybody registered, by party: invited, waiting, admitted or removed. */
export function Register() {
  const { view } = useSession();
  const [asked, setAsked] = useState<Asked>(null);
  const people = Object.values(view.registry ?? {}).filter((p) => p.role !== 'secretariat');
  const groups = [
    { party: null, name: t('people.mediators'), people: people.filter((p) => p.role === 'mediator') },
    ...view.hall.parties.map((p) => ({ party: p.party, name: p.name, people: people.filter((one) => one.party === p.party) })),
    { party: null, name: t('people.others'), people: people.filter((p) => p.party === null && p.role !== 'mediator') },
  ].filter((group) => group.people.length > 0 || group.party !== null);
  const close = () => setAsked(null);
  return (
    <section className="sheet stack register" aria-label={t('register.title')}>
      <h2>{t('register.title')}</h2>
      {groups.length === 0 && <p className="soft">{t('register.empty')}</p>}
      {groups.map((group) => (
        <section key={group.party ?? group.name} className="register-group" data-party={partyIndex(view, group.party)}>
          <h3>{group.name}</h3>
          {group.people.length === 0 && <p className="small soft">{t('register.nobody')}</p>}
          <ul className="rows">
            {group.people.map((person) => (
              <RegisterRow key={person.person} person={person} mayRecord={mayRecord(person)} onAsk={(what) => setAsked({ what, person: person.person })} />
            ))}
          </ul>
        </section>
      ))}
      {asked?.what === 'invitation' && <InvitationDialog person={asked.person} onClose={close} />}
      {asked?.what === 'interpreter' && <InterpreterDialog interpreter={asked.person} onClose={close} />}
      {asked?.what === 'credentials' && <CredentialsDialog person={asked.person} onClose={close} />}
      {asked?.what === 'remove' && <RemoveDialog person={asked.person} onClose={close} />}
    </section>
  );

  /** Credentials are recorded for the first holder only; after that the party appoints by itself. */
  function mayRecord({ party, standing }: Registered): boolean {
    if (party === null || standing === 'removed') return false;
    return !people.some((p) => p.party === party && p.standing !== 'removed' && view.authorities[p.person]?.includes('appoint'));
  }
}
