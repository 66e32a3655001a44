import { useState } from 'react';
import { useTheFloor } from '../floor/context';
import { NameDialog } from '../floor/NameDialog';
import { movesOf } from '../floor/plan';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Menu, MenuItem, MenuLabel, MenuRule } from '../parts/Menu';
import type { Move } from '../wire/commands';
import { newId } from '../wire/ids';
import { ArrangementsDialog } from './ArrangementsDialog';
import { asItIs, fitted } from './fitting';

/** Arrangements that are applied again, and the last one put back: each becomes a plan, previewed before anybody moves. */
export function ArrangementsMenu() {
  const { view } = useSession();
  const { rooms, planning, planAgain, doConfirmed } = useTheFloor();
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const saved = view.bench?.saved ?? [];
  const before = view.bench?.before ?? null;
  const running = view.hall.phase === 'open';
  const again = (moves: readonly Move[]) => {
    const { plan, leftOut } = fitted(view, rooms, moves);
    planAgain(plan, leftOut);
  };
  const save = (name: string) =>
    void doConfirmed(() => ({ type: 'arrangement.save', arrangement: newId(), name, moves: movesOf(view, rooms, asItIs(view, rooms)) }));
  return (
    <>
      <Menu button={<button type="button" disabled={view.hall.phase === 'concluded' || planning}>{t('arrangements.menu')}</button>}>
        <MenuItem
          disabled={!before || !running}
          onSelect={() => again((before ?? []).map(({ room, people }) => ({ room, people, parties: [] })))}
        >
          {t('arrangements.before')}
        </MenuItem>
        {saved.length > 0 && <MenuRule />}
        {saved.length > 0 && <MenuLabel>{t('arrangements.saved')}</MenuLabel>}
        {saved.map((one) => (
          <MenuItem key={one.arrangement} disabled={!running} onSelect={() => again(one.moves)}>{one.name}</MenuItem>
        ))}
        <MenuRule />
        <MenuItem onSelect={() => setOpen('save')}>{t('arrangements.saveFloor')}</MenuItem>
        <MenuItem disabled={saved.length === 0} onSelect={() => setOpen('manage')}>{t('arrangements.manage')}</MenuItem>
      </Menu>
      <NameDialog
        key={String(open === 'save')}
        open={open === 'save'}
        title={t('arrangements.saveFloor')}
        name=""
        label={t('arrangements.name')}
        hint={t('arrangements.name.hint')}
        onName={save}
        onClose={() => setOpen(null)}
      />
      <ArrangementsDialog open={open === 'manage'} onClose={() => setOpen(null)} />
    </>
  );
}
