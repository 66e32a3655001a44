import type { Announcements, KeyboardCoordinateGetter, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { t } from '../messages';
import type { Id } from '../wire/protocol';

/** What is carried: people, under the name by which it is announced. */
export interface Carried {
  people: Id[];
  name: string;
}

type Named = { id: UniqueIdentifier; data: { current?: unknown } } | null;

const nameOf = (thing: Named): string => (thing?.data.current as { name?: string } | undefined)?.name ?? '';

/** What a screen reader hears while somebody is being moved. */
export const announcements: Announcements = {
  onDragStart: ({ active }) => t('drag.picked', { name: nameOf(active) }),
  onDragOver: ({ active, over }) =>
    over ? t('drag.over', { name: nameOf(active), room: nameOf(over) }) : t('drag.nowhere', { name: nameOf(active) }),
  onDragEnd: ({ active, over }) =>
    over ? t('drag.dropped', { name: nameOf(active), room: nameOf(over) }) : t('drag.cancelled', { name: nameOf(active) }),
  onDragCancel: ({ active }) => t('drag.cancelled', { name: nameOf(active) }),
};

export const instructions = (): ScreenReaderInstructions => ({ draggable: t('drag.how') });

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** By keyboard one goes from room to room, in the order in which they stand on the floor, not pixel by pixel. */
export const roomToRoom: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = steps[event.code];
  const { droppableContainers, droppableRects, over, collisionRect } = context;
  if (step === undefined || !collisionRect) return undefined;
  event.preventDefault();
  const rooms = droppableContainers.getEnabled().filter((room) => droppableRects.has(room.id));
  if (rooms.length === 0) return undefined;
  const at = rooms.findIndex((room) => room.id === over?.id);
  const next = rooms[(at + step + rooms.length) % rooms.length];
  const rect = next && droppableRects.get(next.id);
  if (!rect) return undefined;
  return {
    x: currentCoordinates.x + rect.left + rect.width / 2 - (collisionRect.left + collisionRect.width / 2),
    y: currentCoordinates.y + rect.top + rect.height / 2 - (collisionRect.top + collisionRect.height / 2),
  };
};
