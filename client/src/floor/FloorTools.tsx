import { useState } from 'react';
import { ArrangementsMenu } from '../arrangements/ArrangementsMenu';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Menu, MenuItem } from '../parts/Menu';
import { Resign } from '../parties/Resign';
import { partyName } from '../session/select';
import { newId } from '../wire/ids';
import type { Id, RoomOnFloor } from '../wire/protocol';
import { WordDialog } from '../words/WordDialog';
import { useTheFloor } from './context';
import { NameDialog } from './NameDialog';
import { membersOf, type Plan, planned, recallAll } from './plan';

/** The great moves: everybody into caucuses, everybody home, and planning. */
export function FloorTools() {
  const { view } = useSession();
  const { rooms, planning, startPlan, applyPlan, doConfirmed } = useTheFloor();
  const [naming, setNaming] = useState(false);
  const [writing, setWriting] = useState(false);
  const open = view.hall.phase === 'open';

  /** A caucus room for each party, made where there is none, and each delegation planned into its own. */
  const intoCaucuses = async (): Promise<{ plan: Plan; made: Id[] }> => {
    let plan: Plan = new Map();
    const taken = new Set<Id>();
    const made: Id[] = [];
    for (const { party } of view.hall.parties.filter((p) => !p.withdrawn)) {
      const members = membersOf(view, rooms, party);
      if (members.length === 0) continue;
      const name = t('floor.caucusOf', { party: partyName(view, party) });
      const free = rooms.find((r) => r.kind === 'caucus' && !taken.has(r.room) && r.name === name);
      const room = free?.room ?? newId();
      taken.add(room);
      if (!free) {
        const reply = await doConfirmed(() => ({ type: 'room.make', room, name }));
        if (!reply.ok) continue;
        made.push(room);
      }
      const known: readonly RoomOnFloor[] = free ? rooms : [...rooms, { room, kind: 'caucus', name, party: null, sitting: null, people: [] }];
      plan = planned(view, known, plan, members, room);
    }
    return { plan, made };
  };

  return (
    <div className="row floor-tools">
      {!planning && (
        <button type="button" onClick={() => startPlan()} disabled={!open && view.hall.phase !== 'adjourned'}>{t('plan.start')}</button>
      )}
      <Menu button={<button type="button" disabled={!open}>{t('floor.caucuses')}</button>}>
        <MenuItem onSelect={() => void intoCaucuses().then(({ plan, made }) => startPlan(plan, made))}>{t('floor.caucuses.plan')}</MenuItem>
        <MenuItem onSelect={() => void intoCaucuses().then(({ plan }) => applyPlan(plan))}>{t('floor.caucuses.now')}</MenuItem>
      </Menu>
      <button type="button" disabled={!open || planning} onClick={() => void applyPlan(recallAll(view, rooms))}>{t('floor.recall')}</button>
      <ArrangementsMenu />
      <button type="button" disabled={!open} onClick={() => setNaming(true)}>{t('floor.makeRoom')}</button>
      <button type="button" disabled={view.hall.phase === 'concluded'} onClick={() => setWriting(true)}>{t('word.doAll')}</button>
      <Resign />
      <WordDialog to={t('word.all')} address={{}} open={writing} onClose={() => setWriting(false)} />
      <NameDialog
        open={naming}
        title={t('floor.makeRoom')}
        name=""
        onName={(name) => void doConfirmed(() => ({ type: 'room.make', room: newId(), name }))}
        onClose={() => setNaming(false)}
      />
    </div>
  );
}
