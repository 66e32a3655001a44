import { EditorState, type Extension, Transaction } from '@codemirror/state';

// what the server does not take: controls but tabs and line ends, and signs that turn round what follows
// oxlint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Leaves out of what is typed and pasted the signs that a draft may not have, so that the rest is taken. */
export const clean: Extension = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged || tr.annotation(Transaction.remote)) return tr;
  let found = false;
  const changes: { from: number; to: number; insert: string }[] = [];
  tr.changes.iterChanges((from, to, _a, _b, inserted) => {
    const text = inserted.toString();
    const insert = text.replaceAll(hidden, '');
    found ||= insert !== text;
    changes.push({ from, to, insert });
  }, true);
  return found ? { changes, userEvent: 'input.paste' } : tr;
});
