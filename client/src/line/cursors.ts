import { currentSitting } from '../session/select';
import type { SessionView } from '../session/view';
import type { CircleKind, Cursor, HelloArgument } from '../wire/protocol';
import { noHash, xor } from './beat';

/** How much of each conversation is on screen at first; what was said before is read back when somebody wants it. */
const recent = 100;

/** Of these there is one at a time: a later one ends the earlier. */
const superseded: ReadonlySet<CircleKind> = new Set(['sitting', 'bench', 'table']);

/** What we say while we hold nothing. */
export const helloAnew: HelloArgument = { protocol: 1, cursors: [], closed: null, recent };

/**
 * What we hold, for `Hello`. Sittings that ended, benches and tables that were superseded and renditions that came later never grow again, so they go as one digest:
 * after months of caucuses a reconnect stays small.
 */
export function helloFor(view: SessionView): HelloArgument {
  const open = new Set([currentSitting(view)?.sitting, view.bench?.circle, view.table]);
  const cursors: Cursor[] = [];
  let count = view.closedBefore?.count ?? 0;
  let hash = view.closedBefore?.hash ?? noHash;
  for (const [circle, held] of Object.entries(view.circles)) {
    if (held.kind === 'named' || view.drafts[circle]?.ended || (superseded.has(held.kind) && !open.has(circle))) {
      count++;
      hash = xor(hash, held.hash);
    } else {
      cursors.push({ circle, offset: held.offset, hash: held.hash });
    }
  }
  return { protocol: 1, cursors, closed: count === 0 ? null : { count, hash }, recent };
}
