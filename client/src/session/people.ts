import type { Person, SessionView } from './view';

/** Remembers who somebody is. Names come from several circles; the newest word stands. */
export function knowPerson(view: SessionView, { person, name, role, party }: Person): SessionView {
  return { ...view, people: { ...view.people, [person]: { person, name, role, party } } };
}
