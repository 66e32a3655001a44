import { type EditorState, type Range, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { type Brackets, bracketsOf } from './brackets';

/** The brackets of the text on screen, kept as it is written and as the parties change; and how they are shown. */
export function disputed(names: () => readonly string[], sideOf: (name: string) => number) {
  const field = StateField.define<Brackets>({
    create: (state) => bracketsOf(state.doc.toString(), names()),
    update: (brackets, tr) => (tr.docChanged || tr.reconfigured ? bracketsOf(tr.newDoc.toString(), names()) : brackets),
    provide: (own) => EditorView.decorations.from(own, (brackets) => decorated(brackets, sideOf)),
  });
  return { extension: field, of: (state: EditorState): Brackets => state.field(field) };
}

function decorated({ open, stray }: Brackets, sideOf: (name: string) => number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { start, end, words, depth, from } of open) {
    const side = from[0] === undefined ? {} : { 'data-party': String(sideOf(from[0])) };
    ranges.push(Decoration.mark({ class: 'draft-bracket', attributes: { 'data-depth': String(Math.min(depth, 3)), ...side } }).range(start, end));
    if (words > start + 1) ranges.push(Decoration.mark({ class: 'draft-from', attributes: side }).range(start + 1, words));
  }
  for (const at of stray) ranges.push(Decoration.mark({ class: 'draft-stray' }).range(at, at + 1));
  return Decoration.set(ranges, true);
}
