import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { RoomOnFloor } from '../wire/protocol';

const minutes = [5, 10, 15, 30, 45, 60];

/** Until when a room has time; also while a deadline runs. */
export function DeadlineDialog({ room, at, open, onClose }: { room: RoomOnFloor; at: string | null; open: boolean; onClose: () => void }) {
  const { act, busy, problem } = useAct();
  const { ahead } = useSession();
  // the moment is set by the clock that keeps it
  const now = () => Date.now() + ahead;
  const set = async (to: Date | null) => {
    // Whole seconds: nothing finer is kept or shown.
    const reply = await act({ type: 'deadline.set', room: room.room, at: to && `${to.toISOString().slice(0, 19)}Z` });
    if (reply.ok) onClose();
  };
  const from = at && Date.parse(at) > now() ? Date.parse(at) : now();
  return (
    <Dialog open={open} title={t('deadline.title', { room: room.name })} lead={t('deadline.lead')} onClose={onClose}>
      <div className="row">
        {minutes.map((count) => (
          <button key={count} type="button" disabled={busy} onClick={() => void set(new Date(now() + count * 60_000))}>
            {t('deadline.minutes', { count })}
          </button>
        ))}
      </div>
      {at && (
        <div className="row">
          <button type="button" disabled={busy} onClick={() => void set(new Date(from + 5 * 60_000))}>{t('deadline.fiveMore')}</button>
          <button type="button" disabled={busy} onClick={() => void set(null)}>{t('deadline.none')}</button>
        </div>
      )}
      <Problem sentence={problem} />
      <div className="buttons"><button type="button" onClick={onClose}>{t('form.cancel')}</button></div>
    </Dialog>
  );
}
