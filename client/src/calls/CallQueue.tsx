import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf, PersonLine } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Call } from '../session/view';

const order = ['atOnce', 'soon', 'whenConvenient'];

/** Who asks for the mediators, the most urgent first; the bench shares it. */
export function CallQueue() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  if (view.calls.length === 0) return null;
  const calls = view.calls.toSorted((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
  const claimed = ({ claimedBy }: Call) => claimedBy && t('call.claimedBy', { name: nameOf(personOf(view, claimedBy).name) });
  return (
    <section className="sheet stack-tight calls" aria-label={t('call.queue')} aria-live="polite">
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
