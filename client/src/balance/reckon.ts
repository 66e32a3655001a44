import type { Times } from '../session/view';
import type { TimeOfParty } from '../wire/protocol';

/** The time of each party at a moment: what was told, and what has passed since in its mode. */
export function reckoned({ at, parties }: Times, now: number): TimeOfParty[] {
  const passed = Math.max(0, Math.floor((now - Date.parse(at)) / 1_000));
  return parties.map((row) => (row.mode === null ? row : { ...row, [row.mode]: row[row.mode] + passed }));
}

/** Who has had most time in caucus and who least, and the seconds between them. */
export function apart(rows: readonly TimeOfParty[]): { more: TimeOfParty; less: TimeOfParty; seconds: number } | null {
  const inOrder = rows.toSorted((a, b) => b.caucus - a.caucus);
  const [more, less] = [inOrder[0], inOrder.at(-1)];
  return more && less && more !== less ? { more, less, seconds: more.caucus - less.caucus } : null;
}
