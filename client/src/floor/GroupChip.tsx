import { useDraggable } from '@dnd-kit/core';
import { t } from '../messages';
import type { Id, RoomOnFloor } from '../wire/protocol';
import { MoveMenu } from './MoveMenu';

/** A delegation, as far as it is in this room: carried as one. */
export function GroupChip({ group, room }: { group: { party: Id | null; name: string; people: Id[] }; room: RoomOnFloor }) {
  const name = t('floor.delegation', { party: group.name });
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: `party:${group.party}:${room.room}`,
    data: { people: group.people, name },
  });
  return (
    <div className="chip group-chip" data-dragging={isDragging}>
      <div ref={setNodeRef} className="chip-grip" {...attributes} {...listeners} aria-label={name} aria-roledescription={t('drag.role')}>
        <Grip />
        <span>{group.name}</span>
      </div>
      <MoveMenu name={name} people={group.people} room={room} />
    </div>
  );
}

/** Six dots: something that can be taken hold of. */
export const Grip = () => (
  <svg className="grip" viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
    {[2, 7, 12].flatMap((y) => [2, 6].map((x) => <circle key={`${x}${y}`} cx={x} cy={y} r="1.1" fill="currentColor" />))}
  </svg>
);
