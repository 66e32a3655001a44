import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Sitting } from '../session/view';

/** Mediators at the door of one's home room. Not to answer is an answer too. */
export function Knocks({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  // To speak is everybody's until it is taken from him: then it is told.
  const may = view.self?.party != null && (view.authorities[view.self.person]?.includes('speak') ?? true);
  return (
    <div role="alert">
      {sitting.knocks.map((mediator) => (
        <div key={mediator} className="move-notice">
          <p>{t('knock.asks', { name: nameOf(personOf(view, mediator).name) })}</p>
          {may && [true, false].map((comeIn) => (
            <button key={String(comeIn)} type="button" disabled={busy} onClick={() => void act({ type: 'knock.answer', sitting: sitting.sitting, mediator, comeIn })}>
              {t(comeIn ? 'knock.comeIn' : 'knock.notNow')}
            </button>
          ))}
        </div>
      ))}
      <Problem sentence={problem} />
    </div>
  );
}
