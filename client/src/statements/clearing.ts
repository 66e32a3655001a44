import { inForce } from '../protocol/inForce';
import { hasWithdrawn, holds, mediatorsOf, personOf } from '../session/select';
import type { Item, Statement } from '../session/statements';
import type { SessionView } from '../session/view';
import type { Id, Phase } from '../wire/protocol';
import type { ProceduralFact, StatementKind, StatementText } from '../wire/statements';

/** Who clears for himself or for his party: exactly one of the two is named. */
export type Side = { party: Id; person: null } | { party: null; person: Id };

type Written = Pick<Statement, 'texts' | 'authors' | 'names'>;

/** Each side whose clearance a statement needs now: the parties that take part, the withdrawn ones that it names, mediators, third authors. */
export function needed(view: SessionView, statement: Written): Side[] {
  const parties = view.hall.parties.filter((one) => !one.withdrawn || isNamed(view, statement, one.party));
  // by name: the order in which people come from the server is that of their ids, another one in each session
  const byName = (people: readonly Id[]) => people.toSorted((one, other) => personOf(view, one).name.localeCompare(personOf(view, other).name));
  const people = new Set([...byName(view.bench?.mediators ?? mediatorsOf(view)), ...byName(statement.authors)]);
  return [
    ...parties.map(({ party }): Side => ({ party, person: null })),
    ...[...people].map((person): Side => ({ party: null, person })),
  ];
}

/** Whether it names a party that withdrew: because its writer says so, or because the name stands in a text. */
function isNamed(view: SessionView, { texts, names }: Written, party: Id): boolean {
  const name = folded(view.hall.parties.find((one) => one.party === party)?.name ?? '');
  return names.includes(party) || (name !== '' && texts.some(({ title, text }) => folded(title).includes(name) || folded(text).includes(name)));
}

// letter by letter, as the server compares
const folded = (text: string) => Array.from(text, (sign) => {
  const upper = sign.toUpperCase();
  return upper.length === sign.length ? upper : sign;
}).join('');

export const hasCleared = ({ cleared }: Statement, language: string, side: Side): boolean =>
  cleared.some((one) => one.language === language && (one.party ?? null) === side.party && (one.person ?? null) === side.person);

/** Of how many clearances, one of each side for each language, how many are given. */
export function progress(view: SessionView, statement: Statement): { given: number; of: number } {
  const all = needed(view, statement).flatMap((side) => statement.texts.map(({ language }) => hasCleared(statement, language, side)));
  return { given: all.filter(Boolean).length, of: all.length };
}

/** The side for which this participant's clearance counts; null: it is not asked of him. */
export function sideOf(view: SessionView, statement: Statement): Side | null {
  const { self } = view;
  if (!self) return null;
  if (self.role === 'mediator' || statement.authors.includes(self.person)) return { party: null, person: self.person };
  return self.party && (!hasWithdrawn(view, self.party) || isNamed(view, statement, self.party)) ? { party: self.party, person: null } : null;
}

/** Whether he sits at the table, where all clearances are told. */
export const atTable = ({ self, hall }: SessionView): boolean =>
  self?.role === 'mediator' || (self?.party != null && !hall.parties.some((one) => one.party === self.party && one.withdrawn));

/** Those that concern this participant now. A table that he left may still show others. */
export const ofMine = (view: SessionView): Statement[] => view.statements.filter((one) =>
  sideOf(view, one) !== null && (!atTable(view) || one.table === view.table));

/** Whether he may give and take back the clearance of his side: for a party a holder of *consent*, else everybody for himself. */
export const mayClear = (view: SessionView, side: Side | null): boolean => side !== null && (side.party === null || holds(view, 'consent'));

/** The languages in which his clearance is asked for, and he may give it. */
export function asked(view: SessionView, statement: Statement): StatementText[] {
  const side = sideOf(view, statement);
  return side && mayClear(view, side) ? statement.texts.filter(({ language }) => !hasCleared(statement, language, side)) : [];
}

/** Whether he may write a statement of a kind. */
export const mayWrite = (view: SessionView, kind: StatementKind): boolean =>
  view.self?.role === 'mediator' || (kind === 'joint' && view.self?.party != null && atTable(view) && holds(view, 'submit'));

/** What can be told to the public of a phase. */
export const factOf = (phase: Phase): ProceduralFact | null => (phase === 'preparing' ? null : phase === 'open' ? 'opened' : phase);

/** The kinds that he may write now; a correction or retraction has the kind of what it is about. */
export function kindsNow(view: SessionView, about: Item | null): StatementKind[] {
  const { phase } = view.hall;
  const kinds: StatementKind[] = about ? [about.kind]
    : phase === 'preparing' ? []
    : phase === 'concluded' ? ['closing', 'procedural']
    : ['joint', 'mediators', 'procedural'];
  return kinds.filter((kind) => mayWrite(view, kind) && (kind !== 'closing' || phase === 'concluded'));
}

/** Whoever wrote it last, or a mediator. */
export const mayDrop = ({ self }: SessionView, { by }: Statement): boolean => self?.role === 'mediator' || self?.person === by;

/** Whether the terms in force let anybody outside know that there is a session. */
export const existsInPublic = ({ hall }: SessionView): boolean => inForce(hall).protocol?.existencePublic ?? false;
