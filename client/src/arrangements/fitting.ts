import { homeOf, membersOf, type Plan, planned, roomOf } from '../floor/plan';
import { guestMayBeIn, hasWithdrawn } from '../session/select';
import type { SessionView } from '../session/view';
import type { Move } from '../wire/commands';
import type { Id, RoomOnFloor } from '../wire/protocol';

/** Somebody whom an arrangement names and who cannot be moved now: he is left out knowingly, by name, never silently. */
export interface LeftOut {
  person: Id;
  because: 'removed' | 'lobby' | 'wentHome' | 'roomClosed' | 'partyWithdrew' | 'notAdmittedThere';
}

/** What an arrangement from another time comes to on the floor as it is. A party means its delegation as it is now. */
export function fitted(view: SessionView, rooms: readonly RoomOnFloor[], moves: readonly Move[]): { plan: Plan; leftOut: LeftOut[] } {
  let plan: Plan = new Map();
  const leftOut: LeftOut[] = [];
  for (const move of moves) {
    const people = [...new Set([...move.people, ...move.parties.flatMap((party) => membersOf(view, rooms, party))])];
    const coming = people.filter((person) => {
      const because = reason(view, rooms, person, move.room);
      if (because) leftOut.push({ person, because });
      return because === null;
    });
    plan = planned(view, rooms, plan, coming, move.room);
  }
  return { plan, leftOut };
}

function reason(view: SessionView, rooms: readonly RoomOnFloor[], person: Id, to: Id | null): LeftOut['because'] | null {
  const here = roomOf(rooms, person);
  if (!here) return view.registry?.[person]?.standing === 'lobby' ? 'lobby' : 'removed';
  const target = to ?? homeOf(view, rooms, person)?.room;
  if (here.room === target) return null;
  const room = rooms.find((one) => one.room === target);
  if (!room) return 'roomClosed';
  if (hasWithdrawn(view, view.people[person]?.party ?? null) || hasWithdrawn(view, room.party)) return 'partyWithdrew';
  if (view.people[person]?.role === 'nonParty' && !guestMayBeIn(view, person, room)) return 'notAdmittedThere';
  return view.bench?.wentHome.includes(person) ? 'wentHome' : null;
}

/** The floor as it is, as a plan: where everybody is. */
export const asItIs = (view: SessionView, rooms: readonly RoomOnFloor[]): Plan =>
  new Map(rooms.flatMap((room) => room.people.map((person) => [person, homeOf(view, rooms, person)?.room === room.room ? null : room.room] as const)));
