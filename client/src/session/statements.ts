import type { Envelope } from '../wire/events';
import type { Id } from '../wire/protocol';
import type { ClearedBy, ItemPublished, StatementEvent, StatementKind, StatementRelation, StatementText, StatementWritten } from '../wire/statements';
import type { SessionView } from './view';

/** A statement on its way to the public. */
export interface Statement {
  statement: Id;
  kind: StatementKind;
  /** Every edit is the next. */
  version: number;
  /** Who wrote this version. */
  by: Id;
  texts: readonly StatementText[];
  /** Guests who wrote part of it. */
  authors: readonly Id[];
  /** Parties that withdrew and that it names. */
  names: readonly Id[];
  relation: StatementRelation | null;
  about: Id | null;
  /** Of this version. Whoever does not sit at the table is told of his own side's alone. */
  cleared: readonly ClearedBy[];
  /** When it becomes public; null: nobody has ordered it. */
  at: string | null;
  /** The table at which it was told last; null: only aside. */
  table: Id | null;
}

/** Something that stands in the public feed. */
export interface Item {
  item: Id;
  kind: StatementKind;
  at: string;
  onBehalf: readonly string[];
  /** Of a retracted one: the notice in its place. */
  texts: readonly StatementText[];
  retracted: boolean;
  /** The item that it corrects. */
  corrects: Id | null;
}

export interface Feed {
  circle: Id;
  reference: string;
  items: readonly Item[];
}

/** What became of a statement, for those to whom it was told. */
export interface StatementNotice {
  key: string;
  at: string;
  type: 'edited' | 'scheduled' | 'held' | 'dropped' | 'published';
  title: string;
  kind: StatementKind;
  /** Of an edit: clearances were void by it. */
  voided: boolean;
  /** Of an order, and of what is public: when. */
  when: string | null;
}

const types: ReadonlySet<string> = new Set<StatementEvent['type']>([
  'table.opened', 'statement.written', 'clearances.changed', 'statement.scheduled', 'statement.held', 'statement.dropped', 'statement.published',
  'feed.opened', 'item.published',
]);

export const isStatementEvent = (body: { type: string }): body is StatementEvent => types.has(body.type);

/** Statements, from their first text to the feed. */
export function reduceStatements(view: SessionView, event: Envelope, body: StatementEvent): SessionView {
  switch (body.type) {
    case 'table.opened':
      return { ...view, table: event.circle };
    case 'feed.opened':
      return { ...view, feed: { circle: event.circle, reference: body.reference, items: view.feed?.items ?? [] } };
    case 'item.published':
      // an outline may tell the newest items without the event that opened the feed
      return { ...view, feed: { circle: event.circle, reference: view.feed?.reference || view.hall.reference, items: withItem(view.feed?.items ?? [], body) } };
    case 'statement.written':
      return written(view, event, body);
    default: {
      const known = view.statements.find((one) => one.statement === body.statement);
      return known ? told(view, event, known, body) : view;
    }
  }
}

/** Items in the order of the log; a retraction stands in the place of what it takes back. */
export function withItem(items: readonly Item[], { item, kind, at, onBehalf, texts, relation, about }: ItemPublished): readonly Item[] {
  if (relation === 'retraction' && about && items.some((one) => one.item === about)) {
    return items.map((one) => (one.item === about ? { ...one, texts, retracted: true } : one));
  }
  const gone = relation === 'retraction';
  return [...items, { item: gone ? about ?? item : item, kind, at, onBehalf, texts, retracted: gone, corrects: gone ? null : about ?? null }];
}

/** Told in several circles, and again at a new table: a text that is known voids nothing. */
function written(view: SessionView, event: Envelope, body: StatementWritten): SessionView {
  const { type: _, relation = null, about = null, ...is } = body;
  const known = view.statements.find((one) => one.statement === body.statement);
  const table = event.kind === 'table' ? event.circle : known?.table ?? null;
  if (known && known.version >= body.version) {
    return known.table === table ? view : { ...view, statements: replaced(view, { ...known, table }) };
  }
  const now: Statement = { ...is, relation, about, cleared: [], at: null, table };
  if (!known) return { ...view, statements: [...view.statements, now] };
  const edited = notice(event, now, 'edited', { voided: known.cleared.length > 0 });
  return { ...view, statements: replaced(view, now), statementNotices: [...view.statementNotices, edited] };
}

type Told = Exclude<StatementEvent, StatementWritten | ItemPublished | { type: 'table.opened' | 'feed.opened' }>;

function told(view: SessionView, event: Envelope, known: Statement, body: Told): SessionView {
  const to = (change: Partial<Statement>, ...notices: StatementNotice[]): SessionView => (
    { ...view, statements: replaced(view, { ...known, ...change }), statementNotices: [...view.statementNotices, ...notices] });
  const without = (...notices: StatementNotice[]): SessionView => (
    { ...view, statements: view.statements.filter((one) => one !== known), statementNotices: [...view.statementNotices, ...notices] });
  switch (body.type) {
    case 'clearances.changed':
      if (body.version !== known.version) return view;
      return to({ cleared: event.kind === 'table' ? body.cleared : aside(view, known, body.cleared) });
    case 'statement.scheduled':
      if (body.version !== known.version || body.at === known.at) return view;
      return to({ at: body.at }, notice(event, known, 'scheduled', { when: body.at }));
    case 'statement.held':
      return known.at === null ? view : to({ at: null }, notice(event, known, 'held', {}));
    case 'statement.dropped':
      return without(notice(event, known, 'dropped', {}));
    case 'statement.published':
      return without(notice(event, known, 'published', { when: body.at }));
  }
}

/** Aside from the table one hears of one's own side alone: of the others stays what was known. */
const aside = ({ self }: SessionView, known: Statement, own: readonly ClearedBy[]): readonly ClearedBy[] => [
  ...known.cleared.filter((one) => (one.person ? one.person !== self?.person : one.party !== self?.party)), ...own,
];

const replaced = (view: SessionView, now: Statement) => view.statements.map((one) => (one.statement === now.statement ? now : one));

const notice = (
  { circle, offset, at }: Envelope, { texts, kind }: Pick<Statement, 'texts' | 'kind'>, type: StatementNotice['type'],
  more: { voided?: boolean; when?: string },
): StatementNotice => ({ key: `${circle}/${offset}`, at, type, title: texts[0]?.title ?? '', kind, voided: more.voided ?? false, when: more.when ?? null });
