import { numbers, t, times } from '../messages';
import type { Issue, Position } from '../session/positions';
import type { SessionView } from '../session/view';
import type { IssueKind, PositionKind } from '../wire/positions';
import type { Id } from '../wire/protocol';

/** Issues in the order of the agenda. */
export const agenda = ({ issues }: SessionView): Issue[] =>
  Object.values(issues).toSorted((one, other) => one.order - other.order || one.title.localeCompare(other.title) || one.issue.localeCompare(other.issue));

/** The next free place at the end. */
export const nextOrder = (view: SessionView): number => Math.min(9_999, Math.max(0, ...Object.values(view.issues).map((one) => one.order)) + 1);

/** Whether values lie on a line, so that one can say how far apart they are. */
export const isMeasured = (kind: IssueKind): boolean => kind === 'amount' || kind === 'quantity' || kind === 'share' || kind === 'date';

const day = 86_400_000;

/** Where a value lies on its line: the number, or the day. */
export const measure = (kind: IssueKind, value: string): number => (kind === 'date' ? Date.parse(`${value}T00:00:00Z`) / day : Number(value));

/** A distance between two values, in words. */
export function distance(issue: Issue, by: number): string {
  if (issue.kind === 'date') return numbers({ style: 'unit', unit: 'day', unitDisplay: 'long' }).format(Math.round(by));
  const number = numbers({ maximumFractionDigits: 6 }).format(by);
  return issue.kind === 'share' ? `${number} %` : `${number} ${issue.unit ?? ''}`.trim();
}

/** The digits grouped as the language on screen groups them, none lost: a figure is shown as it was written. */
function grouped(digits: string): string {
  const [whole = '', part] = digits.split('.');
  const sign = numbers({}).formatToParts(1.5).find((one) => one.type === 'decimal')?.value ?? '.';
  return numbers({}).format(BigInt(whole)) + (part === undefined ? '' : sign + part);
}

/** A value of an issue, for people. */
export function shown(issue: Issue, value: string): string {
  switch (issue.kind) {
    case 'yesNo':
      return t(value === 'yes' ? 'position.yes' : 'position.no');
    case 'date':
      return times({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${value}T00:00:00Z`));
    case 'amount':
    case 'quantity':
      return `${grouped(value)} ${issue.unit ?? ''}`.trim();
    case 'share':
      return `${grouped(value)} %`;
    default:
      return value;
  }
}

/** What was put down, for people. */
export const shownOf = (issue: Issue, { kind, value }: Pick<Position, 'kind' | 'value'>): string =>
  (kind === 'position' || kind === 'reservationValue' ? shown(issue, value) : value);

export const cellOf = (view: SessionView, issue: Id, party: Id): readonly Position[] => view.positions[issue]?.[party] ?? [];

/** What a party stands by, as far as this viewer has been told: the newest of a kind that is not withdrawn. */
export const current = (cell: readonly Position[], kind: PositionKind): Position | undefined =>
  cell.findLast((one) => one.kind === kind && !one.withdrawn);

const number = /^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/;

/** Whether the server will take it as a value. */
export function isValue(issue: Issue, kind: PositionKind, value: string): boolean {
  if (kind === 'priority') return /^[1-5]$/.test(value);
  if (kind === 'interest' || kind === 'alternative' || issue.kind === 'text') return value.trim() !== '' && value.length <= 2_000;
  if (issue.kind === 'choice') return issue.options.includes(value);
  if (issue.kind === 'yesNo') return value === 'yes' || value === 'no';
  if (issue.kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  return number.test(value) && (issue.kind !== 'share' || (Number(value) >= 0 && Number(value) <= 100));
}
