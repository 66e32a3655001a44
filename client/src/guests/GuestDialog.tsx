import { useState } from 'react';
import { useTheFloor } from '../floor/context';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { partiesNamed } from '../people/names';
import { hasWithdrawn, missing, personOf } from '../session/select';
import type { Id, RoomKind } from '../wire/protocol';

/** Where a guest can be, as it is read on the floor. */
const kinds: readonly RoomKind[] = ['joint', 'home', 'caucus'];

/** The rooms and items to which somebody of no party is admitted: seen and changed by the bench. */
export function GuestDialog({ guest, onClose }: { guest: Id; onClose: () => void }) {
  const { view } = useSession();
  const { rooms } = useTheFloor();
  const { act, busy, problem } = useAct();
  const now = view.hall.guests[guest];
  const [items, setItems] = useState(now?.items.join('\n') ?? '');
  const [chosen, setChosen] = useState<readonly Id[]>(view.bench?.guestRooms[guest] ?? []);
  const offered = kinds.flatMap((kind) => rooms.filter((r) => r.kind === kind && !hasWithdrawn(view, r.party)));
  const titles = items.split('\n').map((line) => line.trim()).filter(Boolean);
  const waits = missing(view, now?.consents ?? []);
  const admit = async (to: readonly Id[], titled: string[]) => {
    const reply = await act({ type: 'guest.admit', person: guest, rooms: [...to], items: titled });
    if (reply.ok) onClose();
  };
  const open = chosen.filter((room) => offered.some((r) => r.room === room));
  return (
    <Dialog open title={t('guest.title', { name: nameOf(personOf(view, guest).name) })} lead={t('guest.lead')} onClose={onClose}>
      {now && now.items.length > 0 && (
        <p role="status">{waits.length === 0 ? t('guest.complete') : t('guest.missing', { parties: partiesNamed(view, waits) })}</p>
      )}
      <fieldset className="stack-tight">
        <legend>{t('guest.rooms')}</legend>
        {offered.map(({ room, name }) => (
          <label key={room} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(room)}
              onChange={(e) => setChosen(e.currentTarget.checked ? [...chosen, room] : chosen.filter((id) => id !== room))}
            /> {name}
          </label>
        ))}
      </fieldset>
      <Field label={t('guest.items')} hint={t('guest.items.hint')}>
        {(ids) => <textarea {...ids} rows={3} dir="auto" value={items} onInput={(e) => setItems(e.currentTarget.value)} />}
      </Field>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        {now && now.items.length > 0 && <button type="button" className="danger" disabled={busy} onClick={() => void admit([], [])}>{t('guest.end')}</button>}
        <button type="button" className="primary" disabled={busy || titles.length === 0 || open.length === 0} onClick={() => void admit(open, titles)}>
          {t('guest.save')}
        </button>
      </div>
    </Dialog>
  );
}
