import { holds, personOf } from '../session/select';
import type { Said, SessionView } from '../session/view';
import type { Id } from '../wire/protocol';

/** Whether the people of a sitting make a caucus: some but not all parties with a mediator. */
export function inCaucus(view: SessionView, people: readonly Id[]): boolean {
  const there = people.map((id) => personOf(view, id));
  const parties = new Set(there.map((person) => person.party).filter((party) => party !== null));
  return there.some((person) => person.role === 'mediator') && parties.size > 0 && parties.size < view.hall.parties.length;
}

/** Whether this participant is offered to release it; the server decides. */
export function mayRelease(view: SessionView, said: Said, people: readonly Id[]): boolean {
  const source = personOf(view, said.by).party;
  if (source === null || !inCaucus(view, people)) return false;
  if (view.self?.party === source) return holds(view, 'release');
  return view.self?.role === 'mediator' && said.rule === 'disclosableUnlessMarked' && !said.marked;
}
