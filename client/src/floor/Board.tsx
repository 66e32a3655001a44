import {
  closestCenter, type CollisionDetection, DndContext, type DragEndEvent, DragOverlay, type DragStartEvent, KeyboardSensor, PointerSensor,
  pointerWithin, useSensor, useSensors,
} from '@dnd-kit/core';
import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { partyIndex } from '../session/select';
import type { RoomKind, RoomOnFloor } from '../wire/protocol';
import { useTheFloor } from './context';
import { announcements, type Carried, instructions, roomToRoom } from './drag';
import { RoomPlace } from './RoomPlace';

const order: readonly RoomKind[] = ['joint', 'caucus', 'home', 'mediators', 'waiting'];

/** By pointer the room under the pointer; by keyboard the nearest. */
const under: CollisionDetection = (args) => (args.pointerCoordinates ? pointerWithin(args) : closestCenter(args));

/** The floor: every room as a place, every person in the place where he is. */
export function Board() {
  const { view } = useSession();
  const { shown, move } = useTheFloor();
  // homes in the order of the parties, as everywhere; other rooms as they were made
  const inOrder = (rooms: RoomOnFloor[]) => rooms.toSorted((a, b) => partyIndex(view, a.party) - partyIndex(view, b.party));
  const [carried, setCarried] = useState<Carried | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: roomToRoom }),
  );
  const onDragStart = ({ active }: DragStartEvent) => setCarried(active.data.current as Carried);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setCarried(null);
    if (over) move((active.data.current as Carried).people, String(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={under}
      accessibility={{ announcements, screenReaderInstructions: instructions() }}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      onDragCancel={() => setCarried(null)}
    >
      <div className="board" data-carrying={carried !== null}>
        {order.map((kind) => (
          <Group key={kind} kind={kind} rooms={inOrder(shown.filter((r) => r.kind === kind))} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{carried && <div className="carried">{carried.name}</div>}</DragOverlay>
    </DndContext>
  );
}

function Group({ kind, rooms }: { kind: RoomKind; rooms: RoomOnFloor[] }) {
  if (rooms.length === 0) return null;
  return (
    <section className="board-group" data-kind={kind} aria-label={t(`room.kinds.${kind}`)}>
      {rooms.map((room) => (
        <RoomPlace key={room.room} room={room} />
      ))}
    </section>
  );
}
