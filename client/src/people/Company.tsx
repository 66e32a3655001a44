import { With } from '../companions/With';
import { useSession } from '../line/context';
import { t } from '../messages';
import { partyIndex, partyName, personOf } from '../session/select';
import type { SessionView } from '../session/view';
import { type Companion, type Id, roles } from '../wire/protocol';
import { PersonLine } from './PersonLine';

/** People in the groups they belong to, heads first: mediators, then each delegation in the order of the parties, then the others. */
export function grouped(view: SessionView, people: readonly Id[]): { party: Id | null; name: string; people: Id[] }[] {
  const rank = (id: Id) => roles.indexOf(personOf(view, id).role);
  const inOrder = [...people].sort((a, b) => rank(a) - rank(b) || personOf(view, a).name.localeCompare(personOf(view, b).name));
  const of = (test: (id: Id) => boolean) => inOrder.filter(test);
  const isMediator = (id: Id) => personOf(view, id).role === 'mediator';
  const parties = [...new Set(people.map((id) => personOf(view, id).party).filter((p) => p !== null))];
  parties.sort((a, b) => partyIndex(view, a) - partyIndex(view, b));
  return [
    { party: null, name: t('people.mediators'), people: of(isMediator) },
    ...parties.map((party) => ({ party, name: partyName(view, party), people: of((id) => personOf(view, id).party === party) })),
    { party: null, name: t('people.others'), people: of((id) => !isMediator(id) && personOf(view, id).party === null) },
  ].filter((group) => group.people.length > 0);
}

/** Everybody who can hear: the full list with roles, by delegation. */
export function Company({ people, companions = [] }: { people: readonly Id[]; companions?: readonly Companion[] }) {
  const { view } = useSession();
  return (
    <div className="company">
      {grouped(view, people).map((group) => (
        <section key={group.name} className="company-group" data-party={partyIndex(view, group.party)}>
          <h3 className="eyebrow">{group.name}</h3>
          <ul>
            {group.people.map((id) => (
              <li key={id}>
                <PersonLine person={id} brief />
                <With person={id} companions={companions} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
