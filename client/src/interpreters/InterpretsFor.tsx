import { useSession } from '../line/context';
import { list, t } from '../messages';
import { peopleInOrder } from '../people/names';
import { partyName } from '../session/select';
import type { Id } from '../wire/protocol';

/** For whom an interpreter interprets, beside his name. */
export function InterpretsFor({ person }: { person: Id }) {
  const { view } = useSession();
  const to = view.hall.interpreters[person];
  if (!to) return null;
  const names = to.party !== null ? [partyName(view, to.party)] : peopleInOrder(view, to.people);
  return <span className="with">{to.session ? t('interpreter.forSession') : t('interpreter.for', { names: list(names) })}</span>;
}
