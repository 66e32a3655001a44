import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { holds } from '../session/select';

/** Mediators proposed after the opening: each needs every party's consent. */
export function Consents() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const party = view.self?.party;
  const open = view.hall.proposedMediators.filter((m) => !party || !m.consents.includes(party));
  if (open.length === 0) return null;
  return (
    <section className="caution stack">
      {open.map((mediator) => (
        <div key={mediator.person} className="row spread">
          <p>{t('consent.asked', { name: mediator.name })}</p>
          {party && holds(view, 'accept') && (
            <button type="button" className="primary" disabled={busy} onClick={() => void act({ type: 'mediator.consent', mediator: mediator.person })}>
              {t('consent.give')}
            </button>
          )}
        </div>
      ))}
      <Problem sentence={problem} />
    </section>
  );
}
