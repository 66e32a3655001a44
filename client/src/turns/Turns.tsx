import { useSession } from '../line/context';
import { list, t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Sitting } from '../session/view';

/** Who has the floor and who asks for it, in a room where one speaks by turn. */
export function Turns({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  if (!sitting.byTurn) return null;
  const self = view.self?.person ?? '';
  const mediator = view.self?.role === 'mediator';
  const name = (id: string) => nameOf(personOf(view, id).name);
  const up = sitting.hands.includes(self);
  const give = (to: string | null) => void act({ type: 'floor.give', sitting: sitting.sitting, to });
  return (
    <section className="turns stack-tight" aria-label={t('turns.title')}>
      <p role="status">
        {sitting.speaker === self ? t('turns.yours') : sitting.speaker ? t('turns.speaker', { name: name(sitting.speaker) }) : t('turns.nobody')}
        {sitting.hands.length > 0 && ` ${t('turns.hands', { names: list(sitting.hands.map(name)) })}`}
      </p>
      {mediator ? (
        <div className="row">
          {sitting.hands.map((id) => <button key={id} type="button" disabled={busy} onClick={() => give(id)}>{t('turns.give', { name: name(id) })}</button>)}
          {sitting.speaker && <button type="button" disabled={busy} onClick={() => give(null)}>{t('turns.take')}</button>}
        </div>
      ) : sitting.speaker !== self && (
        <div className="row">
          <button type="button" aria-pressed={up} disabled={busy} onClick={() => void act({ type: 'hand.raise', sitting: sitting.sitting, up: !up })}>
            {t(up ? 'turns.down' : 'turns.up')}
          </button>
        </div>
      )}
      <Problem sentence={problem} />
    </section>
  );
}
