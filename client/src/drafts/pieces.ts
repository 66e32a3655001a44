import { isolateHistory } from '@codemirror/commands';
import { Text, Transaction, type TransactionSpec } from '@codemirror/state';

/** Characters of one change: with them, escaped, a change stays below what one frame may have. Deleted ones count too: they come back when it is undone. */
const most = 12_000;

const isRemote = (tr: Transaction) => tr.annotation(Transaction.remote) === true;

/** Whether a transaction is too long to be one change. */
export function isTooLong(tr: Transaction): boolean {
  if (!tr.docChanged || isRemote(tr)) return false;
  let long = false;
  tr.changes.iterChanges((from, to, _a, _b, inserted) => {
    long ||= to - from > most || inserted.length > most;
  });
  return long;
}

/** The same in several transactions, from the end of the text to its beginning, so that places before them stay what they are. */
export function inPieces(tr: Transaction): TransactionSpec[] {
  const parts: { from: number; to: number; inserted: Text }[] = [];
  tr.changes.iterChanges((from, to, _a, _b, inserted) => parts.unshift({ from, to, inserted }));
  const pieces: TransactionSpec[] = [];
  const put = (from: number, to: number, insert: Text) =>
    pieces.push({ changes: { from, to, insert }, annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.paste')] });
  for (const { from, to, inserted } of parts) {
    for (let end = to; end > from;) {
      const start = whole(tr.startState.doc, Math.max(from, end - most), from);
      put(start, end, Text.empty);
      end = start;
    }
    let at = from;
    for (let start = 0; start < inserted.length;) {
      const end = start + most >= inserted.length ? inserted.length : whole(inserted, start + most, start);
      put(at, at, inserted.slice(start, end));
      at += end - start;
      start = end;
    }
  }
  return pieces;
}

// never between the two halves of a sign
function whole(text: Text, at: number, least: number): number {
  const code = at > least && at < text.length ? text.sliceString(at, at + 1).charCodeAt(0) : 0;
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
