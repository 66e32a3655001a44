import { list } from '../messages';
import { partyIndex, partyName, personOf } from '../session/select';
import type { SessionView } from '../session/view';
import type { Id } from '../wire/protocol';
import { grouped } from './Company';
import { nameOf } from './PersonLine';

// The order in which ids come is chance, another one in each session, and reads badly.

/** Names of people in the order of the groups, heads first. */
export const peopleInOrder = (view: SessionView, people: readonly Id[]): string[] =>
  grouped(view, people).flatMap((group) => group.people).map((id) => nameOf(personOf(view, id).name));

/** Parties in the order in which they were added. */
export const partiesSorted = (view: SessionView, parties: readonly Id[]): Id[] =>
  parties.toSorted((one, other) => partyIndex(view, one) - partyIndex(view, other));

/** Their names in that order. */
export const partiesInOrder = (view: SessionView, parties: readonly Id[]): string[] => partiesSorted(view, parties).map((party) => partyName(view, party));

/** "Ines Maru and Teo Lind". */
export const peopleNamed = (view: SessionView, people: readonly Id[]): string => list(peopleInOrder(view, people));

/** "Aldova, Brenia and Cors". */
export const partiesNamed = (view: SessionView, parties: readonly Id[]): string => list(partiesInOrder(view, parties));
