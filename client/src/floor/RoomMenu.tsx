import { useState } from 'react';
import { DeadlineDialog } from '../deadline/DeadlineDialog';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Menu, MenuItem } from '../parts/Menu';
import { RecallDialog } from '../recall/RecallDialog';
import { currentSitting, hasWithdrawn, partyName } from '../session/select';
import type { RoomOnFloor } from '../wire/protocol';
import { WordDialog } from '../words/WordDialog';
import { useTheFloor } from './context';
import { Dots } from './Dots';
import { NameDialog } from './NameDialog';

/** What can be done to a room. Closing sends home whoever is in it. */
export function RoomMenu({ room }: { room: RoomOnFloor }) {
  const { view } = useSession();
  const { doConfirmed, rooms, planning } = useTheFloor();
  const [open, setOpen] = useState<'name' | 'deadline' | 'recall' | 'word' | null>(null);
  const byTurn = view.bench?.byTurn.includes(room.room) ?? false;
  const mine = currentSitting(view)?.room === room.room;
  const recalled = view.bench?.recalls[room.room] !== undefined;
  const closing = () => setOpen(null);
  const sitting = rooms.find((r) => r.room === room.room)?.sitting ?? null;
  const close = () =>
    void doConfirmed((confirm) => ({ type: 'room.close', room: room.room, sitting, ...(confirm ? { confirm } : {}) }));
  const rename = (name: string) => void doConfirmed(() => ({ type: 'room.rename', room: room.room, name }));
  return (
    <>
      <Menu button={<button type="button" className="quiet tiny dots" aria-label={t('floor.menu', { name: room.name })}><Dots /></button>}>
        <MenuItem onSelect={() => setOpen('name')}>{t('floor.rename')}</MenuItem>
        {room.kind !== 'waiting' && <MenuItem onSelect={() => setOpen('deadline')}>{t('deadline.set')}</MenuItem>}
        {(room.kind === 'joint' || room.kind === 'caucus') && sitting && (recalled
          ? <MenuItem onSelect={() => void doConfirmed(() => ({ type: 'recall.callOff', room: room.room }))}>{t('recall.callOff')}</MenuItem>
          : <MenuItem disabled={planning} onSelect={() => setOpen('recall')}>{t('recall.do')}</MenuItem>)}
        {(room.kind === 'joint' || room.kind === 'caucus') && (
          <MenuItem onSelect={() => void doConfirmed(() => ({ type: 'turns.set', room: room.room, byTurn: !byTurn }))}>{t(byTurn ? 'turns.free' : 'turns.set')}</MenuItem>
        )}
        {room.kind === 'home' && sitting && !mine && !hasWithdrawn(view, room.party) && (
          <MenuItem onSelect={() => void doConfirmed(() => ({ type: 'knock', sitting }))}>{t('knock.do')}</MenuItem>
        )}
        {room.party && <MenuItem onSelect={() => setOpen('word')}>{t('word.do')}</MenuItem>}
        {room.kind === 'caucus' && <MenuItem disabled={planning} onSelect={close}>{t('floor.close')}</MenuItem>}
      </Menu>
      <NameDialog open={open === 'name'} title={t('floor.rename')} name={room.name} onName={rename} onClose={closing} />
      <DeadlineDialog room={room} at={view.bench?.deadlines[room.room] ?? null} open={open === 'deadline'} onClose={closing} />
      {sitting && <RecallDialog room={room.room} sitting={sitting} name={room.name} open={open === 'recall'} onClose={closing} />}
      {room.party && <WordDialog to={partyName(view, room.party)} address={{ party: room.party }} open={open === 'word'} onClose={closing} />}
    </>
  );
}
