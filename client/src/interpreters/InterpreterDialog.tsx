import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Id } from '../wire/protocol';

/** For whom an interpreter interprets: for nobody in particular, the session, a party, or people by name. */
export function InterpreterDialog({ interpreter, onClose }: { interpreter: Id; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const who = personOf(view, interpreter);
  const now = view.hall.interpreters[interpreter];
  const [to, setTo] = useState<string>(!now ? 'nobody' : now.session ? 'session' : now.party ?? 'people');
  const [people, setPeople] = useState<readonly Id[]>(now?.people ?? []);
  const gone = new Set(view.hall.notices.flatMap((notice) => (notice.type === 'person.left' ? [notice.person] : [])));
  // an interpreter of a party works for his party alone
  const parties = view.hall.parties.filter(({ party }) => who.party === null || who.party === party);
  const candidates = Object.values(view.people).filter((one) =>
    one.role !== 'interpreter' && one.role !== 'secretariat' && !gone.has(one.person) && (who.party === null || who.party === one.party));
  const assign = async () => {
    const reply = await act({
      type: 'interpreter.assign',
      interpreter,
      people: to === 'people' ? [...people] : [],
      party: parties.some(({ party }) => party === to) ? to : null,
      session: to === 'session',
    });
    if (reply.ok) onClose();
  };
  const choice = (value: string, label: string) => (
    <label key={value} className="check">
      <input type="radio" name="interpreter" checked={to === value} onChange={() => setTo(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <Dialog open title={t('interpreter.title', { name: nameOf(who.name) })} lead={t('interpreter.lead')} onClose={onClose}>
      <fieldset className="choices">
        <legend className="unseen">{t('interpreter.assign')}</legend>
        {choice('nobody', t('interpreter.nobody'))}
        {who.party === null && choice('session', t('interpreter.session'))}
        {parties.map(({ party, name }) => choice(party, t('interpreter.party', { party: name })))}
        {choice('people', t('interpreter.people'))}
      </fieldset>
      {to === 'people' && (
        <fieldset className="choices interpreter-people">
          <legend className="unseen">{t('interpreter.people')}</legend>
          {candidates.map((one) => (
            <label key={one.person} className="check">
              <input
                type="checkbox"
                checked={people.includes(one.person)}
                onChange={(e) => setPeople(e.currentTarget.checked ? [...people, one.person] : people.filter((id) => id !== one.person))}
              />
              <span>{nameOf(one.name)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || (to === 'people' && people.length === 0)} onClick={() => void assign()}>{t('form.save')}</button>
      </div>
    </Dialog>
  );
}
