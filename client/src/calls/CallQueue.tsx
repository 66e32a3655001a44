import { useEffect, useRef, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf, PersonLine } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Call, SessionView } from '../session/view';
import type { Id } from '../wire/protocol';

const order = ['atOnce', 'soon', 'whenConvenient'];

/** Who asks for the mediators, the most urgent first; the bench shares it. */
export function CallQueue() {
  const { view } = useSession();
  const told = useTold(view);
  return (
    <>
      <p className="unseen" role="status">{told}</p>
      {view.calls.length > 0 && <Queue />}
    </>
  );
}

/** What is read out when somebody calls: only that is news, not who claims or ends a call. */
function useTold(view: SessionView): string {
  const [told, setTold] = useState('');
  const known = useRef<ReadonlySet<Id>>(new Set(view.calls.map((call) => call.call)));
  useEffect(() => {
    const fresh = view.calls.filter((call) => !known.current.has(call.call));
    known.current = new Set(view.calls.map((call) => call.call));
    if (fresh.length > 0) setTold(fresh.map(({ person, urgency }) => t('call.new', { name: nameOf(personOf(view, person).name), urgency: t(`call.urgency.${urgency}`) })).join(' '));
    else if (view.calls.length === 0) setTold('');
  }, [view.calls]);
  return told;
}

function Queue() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const calls = view.calls.toSorted((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
  const claimed = ({ claimedBy }: Call) => claimedBy && t('call.claimedBy', { name: nameOf(personOf(view, claimedBy).name) });
  return (
    <section className="sheet stack-tight calls" aria-label={t('call.queue')}>
      <h2>{t('call.queue')}</h2>
      <ul className="rows">
        {calls.map((call) => (
          <li key={call.call} className="row spread">
            <div>
              <PersonLine person={call.person} />
              <p className="small"><span className="tag strong">{t(`call.urgency.${call.urgency}`)}</span> {claimed(call)}</p>
              {call.text === null ? <p className="small soft">{t('call.textBefore')}</p> : <p dir="auto">{call.text}</p>}
            </div>
            <div className="row">
              {call.claimedBy !== view.self?.person && (
                <button type="button" disabled={busy} onClick={() => void act({ type: 'call.claim', call: call.call })}>{t('call.claim')}</button>
              )}
              <button type="button" disabled={busy} onClick={() => void act({ type: 'call.end', call: call.call })}>{t('call.answered')}</button>
            </div>
          </li>
        ))}
      </ul>
      <Problem sentence={problem} />
    </section>
  );
}
