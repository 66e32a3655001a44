import { partiesSorted } from '../people/names';
import { partyName } from '../session/select';
import type { Issue, Position } from '../session/positions';
import type { SessionView } from '../session/view';
import type { PositionLevel } from '../wire/positions';
import type { Id } from '../wire/protocol';
import { cellOf, current, isMeasured, measure } from './values';

/** One party's line: its positions in the order in which they reached this viewer, and who else has been told each. */
export interface Line {
  party: Id;
  name: string;
  points: readonly { at: string; value: string; on: number; level: PositionLevel }[];
}

/** Only from what may be seen: of others what reached one, of one's own what one put down. */
export const linesOf = (view: SessionView, issue: Issue): Line[] => (!isMeasured(issue.kind) ? [] : partiesSorted(view, issue.parties).map((party) => ({
  party,
  name: partyName(view, party),
  points: cellOf(view, issue.issue, party).filter((one) => one.kind === 'position' && !one.withdrawn)
    .map(({ at, value, level }) => ({ at, value, level, on: measure(issue.kind, value) })),
})).filter((one) => one.points.length > 0));

/** How far apart the present positions are; null: fewer than two. */
export function gapOf(lines: readonly Line[]): number | null {
  if (lines.length < 2) return null;
  const now = lines.map((one) => one.points.at(-1)!.on);
  return Math.max(...now) - Math.min(...now);
}

/** Where the limits that were confided overlap, for the mediators alone (PO5). A party whose position lies above its limit will take no less than the limit; one
 * whose position lies below, give no more. `unknown`: parties to it whose limit, or what they want, is not known. Null: nothing can be compared. */
export function overlapOf(view: SessionView, issue: Issue): { low: number; high: number; unknown: Id[] } | null {
  if (!isMeasured(issue.kind)) return null;
  const [floors, ceilings, unknown]: [number[], number[], Id[]] = [[], [], []];
  for (const party of partiesSorted(view, issue.parties)) {
    const cell = cellOf(view, issue.issue, party);
    const [limit, wanted]: (Position | undefined)[] = [current(cell, 'reservationValue'), current(cell, 'position')];
    if (!limit || !wanted) {
      unknown.push(party);
      continue;
    }
    const [at, wants] = [measure(issue.kind, limit.value), measure(issue.kind, wanted.value)];
    if (wants >= at) floors.push(at);
    if (wants <= at) ceilings.push(at);
  }
  return floors.length === 0 || ceilings.length === 0 ? null : { low: Math.max(...floors), high: Math.min(...ceilings), unknown };
}

/** How a party has moved: how often, how far in all, and how far last. */
export function paceOf({ points }: Line): { moves: number; moved: number; last: number } {
  const steps = points.slice(1).map((one, at) => Math.abs(one.on - points[at]!.on)).filter((one) => one > 0);
  return { moves: steps.length, moved: Math.abs(points.at(-1)!.on - points[0]!.on), last: steps.at(-1) ?? 0 };
}
