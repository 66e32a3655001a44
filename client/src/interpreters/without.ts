import { personOf } from '../session/select';
import type { Assignment, SessionView } from '../session/view';
import type { Id } from '../wire/protocol';

/** Whether somebody was given this interpreter, by name or as one of his party. */
const isFor = (to: Assignment, person: Id, party: Id | null): boolean => to.people.includes(person) || (to.party !== null && to.party === party);

/** Whether somebody who has an interpreter sits with others than his own people and without any of his: the rule of the server, for the floor. */
export function isWithout(view: SessionView, people: readonly Id[], person: Id): boolean {
  const { party, role } = personOf(view, person);
  const working = Object.entries(view.hall.interpreters);
  if (!working.some(([, to]) => isFor(to, person, party))) return false;
  const isOwn = (other: Id) =>
    other === person || (party !== null ? personOf(view, other).party === party : role === 'mediator' && personOf(view, other).role === 'mediator');
  return people.some((other) => !isOwn(other))
    && !working.some(([interpreter, to]) => people.includes(interpreter) && (to.session || isFor(to, person, party)));
}
