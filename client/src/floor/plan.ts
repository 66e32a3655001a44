import type { SessionView } from '../session/view';
import type { Arrange, Basis, Confirm, Move } from '../wire/commands';
import type { Id, RoomOnFloor } from '../wire/protocol';

/** Where each person is to go: a room, or null for his own home. The moves of an arrangement not yet applied. */
export type Plan = ReadonlyMap<Id, Id | null>;

type Known = Pick<SessionView, 'people'>;

/** The room that is home to somebody: his party's, the mediators', or the waiting place. */
export function homeOf({ people }: Known, rooms: readonly RoomOnFloor[], person: Id): RoomOnFloor | undefined {
  const who = people[person];
  if (who?.party) return rooms.find((r) => r.kind === 'home' && r.party === who.party);
  return rooms.find((r) => r.kind === (who?.role === 'mediator' ? 'mediators' : 'waiting'));
}

/** The room somebody is in now. */
export const roomOf = (rooms: readonly RoomOnFloor[], person: Id): RoomOnFloor | undefined => rooms.find((r) => r.people.includes(person));

/** The members of a party who are on the floor: its delegation and its interpreters. */
export const membersOf = ({ people }: Known, rooms: readonly RoomOnFloor[], party: Id): Id[] =>
  rooms.flatMap((r) => r.people).filter((id) => people[id]?.party === party);

/** The plan with some people more going to `room`. Who is put back where he is, is not moved. */
export function planned(view: Known, rooms: readonly RoomOnFloor[], plan: Plan, people: readonly Id[], room: Id | null): Plan {
  const next = new Map(plan);
  for (const person of people) {
    const target = room ?? homeOf(view, rooms, person)?.room ?? null;
    if (roomOf(rooms, person)?.room === target) next.delete(person);
    else next.set(person, homeOf(view, rooms, person)?.room === target ? null : target);
  }
  return next;
}

/** The floor as the plan would have it. */
export function projected(view: Known, rooms: readonly RoomOnFloor[], plan: Plan): RoomOnFloor[] {
  const target = (person: Id) => plan.get(person) ?? homeOf(view, rooms, person)?.room;
  return rooms.map((room) => ({
    ...room,
    people: [
      ...room.people.filter((p) => !plan.has(p)),
      ...[...plan.keys()].filter((p) => target(p) === room.room),
    ],
  }));
}

/** The moves of a plan, a whole delegation as a party so that it stays together whatever happens meanwhile. */
export function movesOf(view: Known, rooms: readonly RoomOnFloor[], plan: Plan): Move[] {
  const byRoom = new Map<Id | null, Id[]>();
  for (const [person, room] of plan) byRoom.set(room, [...(byRoom.get(room) ?? []), person]);
  return [...byRoom].map(([room, going]) => {
    const parties = [...new Set(going.map((p) => view.people[p]?.party).filter((p): p is Id => typeof p === 'string'))].filter((party) =>
      membersOf(view, rooms, party).every((member) => going.includes(member)));
    const people = going.filter((p) => !parties.includes(view.people[p]?.party ?? ''));
    return { room, people, parties };
  });
}

/** What the moves were decided on: the sitting every person moved and every room filled was seen in. */
export function basisOf(view: Known, rooms: readonly RoomOnFloor[], plan: Plan): Basis {
  const basis: Basis = { people: {}, rooms: {} };
  for (const [person, room] of plan) {
    const seen = roomOf(rooms, person)?.sitting;
    if (seen) basis.people[person] = seen;
    const target = room ?? homeOf(view, rooms, person)?.room;
    if (target) basis.rooms[target] = rooms.find((r) => r.room === target)?.sitting ?? null;
  }
  return basis;
}

/** The command for a plan. */
export const arrangeOf = (view: Known, rooms: readonly RoomOnFloor[], plan: Plan, confirm?: Confirm): Arrange => ({
  type: 'arrange',
  moves: movesOf(view, rooms, plan),
  basis: basisOf(view, rooms, plan),
  ...(confirm ? { confirm } : {}),
});

/** Everybody to his own home. */
export const recallAll = (view: Known, rooms: readonly RoomOnFloor[]): Plan =>
  planned(view, rooms, new Map(), rooms.flatMap((r) => r.people), null);
