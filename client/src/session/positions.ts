import type { Envelope } from '../wire/events';
import type { IssueKind, IssueStatus, PartyAgreement, PositionEvent, PositionKind, PositionLevel } from '../wire/positions';
import type { Id } from '../wire/protocol';
import type { SessionView } from './view';

/** A point to be settled. */
export interface Issue {
  issue: Id;
  title: string;
  kind: IssueKind;
  unit: string | null;
  options: readonly string[];
  parties: readonly Id[];
  package: string | null;
  order: number;
  status: IssueStatus;
  agreements: readonly PartyAgreement[];
}

/** What a party has put down, as far as it reached this viewer: for him it begins then. */
export interface Position {
  position: Id;
  issue: Id;
  party: Id;
  kind: PositionKind;
  value: string;
  note: string | null;
  level: PositionLevel;
  /** When it reached this viewer. */
  at: string;
  /** Whom it was disclosed to: known to its own delegation and the mediators. */
  parties: readonly Id[];
  /** Of one's own: it is about to be raised. */
  raise: { level: PositionLevel; parties: readonly Id[]; at: string } | null;
  withdrawn: boolean;
}

/** By issue and party, in the order in which they came. */
export type Positions = Readonly<Record<Id, Readonly<Record<Id, readonly Position[]>>>>;

const types: ReadonlySet<string> = new Set<PositionEvent['type']>([
  'issue.set', 'issue.statusSet', 'agreements.changed', 'position.taken', 'raise.held', 'raise.recalled', 'position.raised', 'position.shown', 'position.withdrawn',
]);

const levels: readonly PositionLevel[] = ['private', 'confided', 'disclosed', 'joint'];

export const isPositionEvent = (body: { type: string }): body is PositionEvent => types.has(body.type);

/** The agenda and what lies on it. */
export function reducePositions(view: SessionView, event: Envelope, body: PositionEvent): SessionView {
  switch (body.type) {
    case 'issue.set': {
      const { type: _, unit = null, package: group = null, ...is } = body;
      const known = view.issues[body.issue];
      const issue: Issue = { ...is, unit, package: group, status: known?.status ?? 'open', agreements: known?.agreements ?? [] };
      return { ...view, issues: { ...view.issues, [body.issue]: issue } };
    }
    case 'issue.statusSet':
      return ofIssue(view, body.issue, { status: body.status });
    case 'agreements.changed':
      return ofIssue(view, body.issue, { agreements: body.agreements });
    case 'position.taken': {
      const { type: _, by: __, note = null, ...is } = body;
      return put(view, { ...is, note, party: view.self?.party ?? '', level: 'private', at: event.at, parties: [], raise: null, withdrawn: false });
    }
    case 'position.shown': {
      const { type: _, note = null, parties, ...is } = body;
      const known = view.positions[body.issue]?.[body.party]?.find((one) => one.position === body.position);
      if (!known) return put(view, { ...is, note, at: event.at, parties: parties ?? [], raise: null, withdrawn: false });
      return put(view, { ...known, level: higher(known.level, body.level), parties: [...new Set([...known.parties, ...(parties ?? [])])] });
    }
    case 'raise.held':
      return change(view, body.position, { raise: { level: body.level, parties: body.parties, at: body.at } });
    case 'raise.recalled':
      return change(view, body.position, { raise: null });
    case 'position.raised':
      return change(view, body.position, { level: body.level, parties: body.parties, raise: null });
    case 'position.withdrawn':
      return change(view, body.position, { withdrawn: true });
  }
}

const higher = (one: PositionLevel, other: PositionLevel) => (levels.indexOf(other) > levels.indexOf(one) ? other : one);

const ofIssue = (view: SessionView, issue: Id, to: Partial<Issue>): SessionView => {
  const known = view.issues[issue];
  return known ? { ...view, issues: { ...view.issues, [issue]: { ...known, ...to } } } : view;
};

/** In its place when it is known, else at the end. */
function put(view: SessionView, now: Position): SessionView {
  const row = view.positions[now.issue] ?? {};
  const cell = row[now.party] ?? [];
  const at = cell.findIndex((one) => one.position === now.position);
  const cellNow = at < 0 ? [...cell, now] : cell.map((one, place) => (place === at ? now : one));
  return { ...view, positions: { ...view.positions, [now.issue]: { ...row, [now.party]: cellNow } } };
}

function change(view: SessionView, position: Id, to: Partial<Position>): SessionView {
  const known = find(view, position);
  return known ? put(view, { ...known, ...to }) : view;
}

// mostly one's own: of the others one hears only that they were withdrawn
function find({ positions, self }: SessionView, position: Id): Position | null {
  for (const own of [true, false]) {
    for (const row of Object.values(positions)) {
      for (const [party, cell] of Object.entries(row)) {
        const found = (party === self?.party) === own ? cell.find((one) => one.position === position) : undefined;
        if (found) return found;
      }
    }
  }
  return null;
}
