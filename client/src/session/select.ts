import type { Authority, Companion, Id, RoomKind } from '../wire/protocol';
import type { Person, SessionView, Sitting } from './view';

/** The sitting one is in: the last one told. One sits in one room at a time. */
export const currentSitting = (view: SessionView): Sitting | null => view.sittings.at(-1) ?? null;

/** Who somebody is; an unknown id still gets a place, so that nobody sits unseen. */
export const personOf = (view: SessionView, id: Id): Person =>
  view.people[id] ?? { person: id, name: '', role: 'nonParty', party: null };

/** A party's name. */
export const partyName = (view: SessionView, party: Id | null): string =>
  view.hall.parties.find((p) => p.party === party)?.name ?? (party !== null && view.self?.party === party ? view.self.partyName : null) ?? '';

/** What this participant may do in his party's name. */
export const holds = (view: SessionView, authority: Authority): boolean =>
  view.self !== null && (view.authorities[view.self.person]?.includes(authority) ?? false);

/** The place of a party in the order in which parties were added: gives each the same kind of mark. */
export const partyIndex = (view: SessionView, party: Id | null): number => view.hall.parties.findIndex((p) => p.party === party);

/** People of one's own delegation, as far as one knows them. */
export function ownDelegation(view: SessionView): Person[] {
  const party = view.self?.party ?? null;
  if (party === null) return [];
  return Object.values(view.people).filter((p) => p.party === party);
}

/** Came and left between two companies; null when the room is another one. */
export interface Difference {
  moved: boolean;
  came: readonly Id[];
  left: readonly Id[];
  companionsCame: readonly Companion[];
  companionsLeft: readonly Companion[];
}

/** What changed from the last sitting to this one: worked out from sittings one knows, told by nobody. */
export function difference(before: Sitting | null, now: Sitting): Difference {
  if (!before || before.room !== now.room) return { moved: true, came: [], left: [], companionsCame: [], companionsLeft: [] };
  const isIn = (sitting: Sitting) => (one: Companion) => sitting.companions.some((other) => other.id === one.id);
  return {
    moved: false,
    came: now.people.filter((p) => !before.people.includes(p)),
    left: before.people.filter((p) => !now.people.includes(p)),
    companionsCame: now.companions.filter((one) => !isIn(before)(one)),
    companionsLeft: before.companions.filter((one) => !isIn(now)(one)),
  };
}

/** Whether proposals, results and settlements can be made and moved now. */
export const isUnderWay = ({ hall }: SessionView): boolean => hall.phase === 'open' || hall.phase === 'adjourned';

/** Whether a party takes no further part. */
export const hasWithdrawn = (view: SessionView, party: Id | null): boolean => view.hall.parties.some((p) => p.party === party && p.withdrawn);

/** The parties that take part and have not consented. */
export const missing = (view: SessionView, consents: readonly Id[]): Id[] =>
  view.hall.parties.filter((p) => !p.withdrawn && !consents.includes(p.party)).map((p) => p.party);

/** Whether a guest may be placed in a room: he is admitted to it, and every party consents. The server decides; this only says it before. */
export const guestMayBeIn = (view: SessionView, guest: Id, room: { room: Id; kind: RoomKind }): boolean =>
  room.kind === 'waiting'
  || ((view.bench?.guestRooms[guest]?.includes(room.room) ?? false) && missing(view, view.hall.guests[guest]?.consents ?? []).length === 0);

/** Mediators to whom every party consents, as the hall was told. */
export const mediatorsOf = (view: SessionView): Id[] => Object.values(view.people)
  .filter((p) => p.role === 'mediator' && !view.hall.proposedMediators.some((m) => m.person === p.person) && !hasLeft(view, p.person))
  .map((p) => p.person);

const hasLeft = (view: SessionView, person: Id): boolean => {
  const last = view.hall.notices.findLast((n) => (n.type === 'person.left' || n.type === 'person.announced') && n.person === person);
  return last?.type === 'person.left';
};
