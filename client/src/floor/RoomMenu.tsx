import { useState } from 'react';
import { t } from '../messages';
import { Menu, MenuItem } from '../parts/Menu';
import type { RoomOnFloor } from '../wire/protocol';
import { useTheFloor } from './context';
import { Dots } from './Dots';
import { NameDialog } from './NameDialog';

/** What can be done to a room. Closing sends home whoever is in it. */
export function RoomMenu({ room }: { room: RoomOnFloor }) {
  const { doConfirmed, rooms, planning } = useTheFloor();
  const [renaming, setRenaming] = useState(false);
  const sitting = rooms.find((r) => r.room === room.room)?.sitting ?? null;
  const close = () =>
    void doConfirmed((confirm) => ({ type: 'room.close', room: room.room, sitting, ...(confirm ? { confirm } : {}) }));
  const rename = (name: string) => void doConfirmed(() => ({ type: 'room.rename', room: room.room, name }));
  return (
    <>
      <Menu button={<button type="button" className="quiet tiny dots" aria-label={t('floor.menu', { name: room.name })}><Dots /></button>}>
        <MenuItem onSelect={() => setRenaming(true)}>{t('floor.rename')}</MenuItem>
        {room.kind === 'caucus' && <MenuItem disabled={planning} onSelect={close}>{t('floor.close')}</MenuItem>}
      </Menu>
      <NameDialog open={renaming} title={t('floor.rename')} name={room.name} onName={rename} onClose={() => setRenaming(false)} />
    </>
  );
}
