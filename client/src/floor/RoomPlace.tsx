import { useDroppable } from '@dnd-kit/core';
import { DeadlineLine } from '../deadline/DeadlineLine';
import { RecallLine } from '../recall/RecallLine';
import { useSession } from '../line/context';
import { t } from '../messages';
import { grouped } from '../people/Company';
import { currentSitting, hasWithdrawn, partyIndex } from '../session/select';
import type { RoomOnFloor } from '../wire/protocol';
import { GroupChip } from './GroupChip';
import { PersonChip } from './PersonChip';
import { RoomMenu } from './RoomMenu';

/** One room as a place: who is in it, grouped by delegation; people are dropped onto it. */
export function RoomPlace({ room }: { room: RoomOnFloor }) {
  const { view } = useSession();
  const { setNodeRef, isOver } = useDroppable({ id: room.room, data: { name: room.name } });
  const mine = currentSitting(view)?.room === room.room;
  return (
    <article className="place" ref={setNodeRef} data-over={isOver} data-kind={room.kind} data-party={partyIndex(view, room.party)}>
      <header className="row spread">
        <div>
          <p className="eyebrow">
            {t(`room.kindName.${room.kind}`)}
            {mine && <span className="tag strong">{t('floor.youAreHere')}</span>}
            {hasWithdrawn(view, room.party) && <span className="tag">{t('floor.hasWithdrawn')}</span>}
            {view.bench?.byTurn.includes(room.room) && <span className="tag">{t('turns.title')}</span>}
          </p>
          <h3>{room.name}</h3>
          <DeadlineLine at={view.bench?.deadlines[room.room] ?? null} />
          <RecallLine recall={view.bench?.recalls[room.room] ?? null} self={null} />
        </div>
        <RoomMenu room={room} />
      </header>
      {room.people.length === 0 && <p className="small soft place-empty">{t('floor.emptyRoom')}</p>}
      <div className="place-groups">
        {grouped(view, room.people).map((group) => (
          <div key={group.name} className="chip-group" data-party={partyIndex(view, group.party)}>
            {group.party === null ? <p className="chip-group-name">{group.name}</p> : <GroupChip group={group} room={room} />}
            <ul>
              {group.people.map((person) => (
                <li key={person}>
                  <PersonChip person={person} room={room} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </article>
  );
}
