import { useDraggable } from '@dnd-kit/core';
import { With } from '../companions/With';
import { InterpretsFor } from '../interpreters/InterpretsFor';
import { isWithout } from '../interpreters/without';
import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Presence } from '../people/Presence';
import { personOf } from '../session/select';
import type { Id, RoomOnFloor } from '../wire/protocol';
import { useTheFloor } from './context';
import { MoveMenu } from './MoveMenu';

/** One person on the floor. */
export function PersonChip({ person, room }: { person: Id; room: RoomOnFloor }) {
  const { view, here } = useSession();
  const { plan, planning } = useTheFloor();
  const who = personOf(view, person);
  const name = nameOf(who.name);
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({ id: `person:${person}`, data: { people: [person], name } });
  const wentHome = view.bench?.wentHome.includes(person) ?? false;
  return (
    <div className="chip" data-dragging={isDragging} data-planned={planning && plan.has(person)}>
      <div ref={setNodeRef} className="chip-grip" {...attributes} {...listeners} aria-roledescription={t('drag.role')}>
        <Presence here={here.has(person)} />{' '}
        <span className="chip-text">
          <span className="chip-name">{name}</span>{' '}
          <span className="chip-role">{t(`role.${who.role}`)}</span>
          <With person={person} companions={view.hall.companions} />
          <InterpretsFor person={person} />
          {isWithout(view, room.people, person) && <span className="tag caution-tag">{t('interpreter.without')}</span>}
          {wentHome && <span className="tag">{t('floor.wentHome')}</span>}
          {planning && plan.has(person) && <span className="tag strong">{t('plan.moved')}</span>}
        </span>
      </div>
      <MoveMenu name={name} people={[person]} room={room} person={person} />
    </div>
  );
}
