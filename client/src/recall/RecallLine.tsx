import { useNow } from '../deadline/useNow';
import { t } from '../messages';
import type { RecallTold } from '../session/view';
import type { Id } from '../wire/protocol';

/** That this room is recalled, and how soon; said once to a screen reader, counted down for the eye. */
export function RecallLine({ recall, self }: { recall: RecallTold | null; self: Id | null }) {
  const now = useNow(recall !== null);
  if (!recall) return null;
  const left = Math.max(0, Math.ceil((Date.parse(recall.at) - now) / 1_000));
  const mine = self === null || recall.people.includes(self);
  return (
    <>
      <p className="deadline" data-near role="timer">{t(mine ? 'recall.left' : 'recall.leftOthers', { count: left })}</p>
      <p className="unseen" role="alert">{t(mine ? 'recall.told' : 'recall.toldOthers')}</p>
    </>
  );
}
