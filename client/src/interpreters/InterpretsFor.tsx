import { useSession } from '../line/context';
import { list, t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partyName, personOf } from '../session/select';
import type { Id } from '../wire/protocol';

/** For whom an interpreter interprets, beside his name. */
export function InterpretsFor({ person }: { person: Id }) {
  const { view } = useSession();
  const to = view.hall.interpreters[person];
  if (!to) return null;
  const names = to.party !== null ? [partyName(view, to.party)] : to.people.map((id) => nameOf(personOf(view, id).name));
  return <span className="with">{to.session ? t('interpreter.forSession') : t('interpreter.for', { names: list(names) })}</span>;
}
