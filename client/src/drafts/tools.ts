import type { EditorView } from '@codemirror/view';

/** What the toolbar does to the words that are selected; each is an ordinary edit. */
export const tools = ['heading', 'strong', 'em', 'list', 'numbers', 'table', 'bracket'] as const;
export type Tool = (typeof tools)[number];

export function use(tool: Tool, view: EditorView, party: string): void {
  switch (tool) {
    case 'heading': prefix(view, (line) => (/^#{1,3} /.test(line) ? line.replace(/^#+ /, '') : `## ${line}`)); break;
    case 'list': prefix(view, (line) => (line.startsWith('- ') ? line.slice(2) : `- ${line}`)); break;
    case 'numbers': prefix(view, (line, at) => (/^\d+\. /.test(line) ? line.replace(/^\d+\. /, '') : `${at + 1}. ${line}`)); break;
    case 'strong': around(view, '**', '**'); break;
    case 'em': around(view, '*', '*'); break;
    case 'bracket': around(view, party ? `[${party}: ` : '[', ']'); break;
    case 'table': insert(view, '\n|  |  |\n| --- | --- |\n|  |  |\n'); break;
  }
  view.focus();
}

function around(view: EditorView, before: string, after: string): void {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  const has = words.length >= before.length + after.length && words.startsWith(before) && words.endsWith(after);
  const insert = has ? words.slice(before.length, words.length - after.length) : before + words + after;
  const anchor = from + (has ? 0 : before.length);
  view.dispatch({
    changes: has ? { from, to, insert } : [{ from, insert: before }, { from: to, insert: after }],
    selection: { anchor, head: has ? from + insert.length : anchor + words.length },
    userEvent: 'input',
  });
}

function prefix(view: EditorView, change: (line: string, at: number) => string): void {
  const { from, to } = view.state.selection.main;
  const [first, last] = [view.state.doc.lineAt(from).number, view.state.doc.lineAt(to).number];
  const changes = Array.from({ length: last - first + 1 }, (_, at) => {
    const line = view.state.doc.line(first + at);
    return { from: line.from, to: line.to, insert: change(line.text, at) };
  });
  view.dispatch({ changes: changes.filter(({ from: start, to: end, insert }) => view.state.sliceDoc(start, end) !== insert), userEvent: 'input' });
}

function insert(view: EditorView, text: string): void {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  view.dispatch({ changes: { from: line.to, insert: text }, selection: { anchor: line.to + 3 }, userEvent: 'input' });
}
