import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, type Range, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A table shows as one; the source shows while one writes in it. */
class TableWidget extends WidgetType {
  constructor(readonly source: string, readonly at: number) {
    super();
  }

  override eq(other: TableWidget): boolean {
    return other.source === this.source && other.at === this.at;
  }

  override toDOM(view: EditorView): HTMLElement {
    const table = document.createElement('table');
    table.className = 'md-table';
    const [head, , ...rows] = this.source.split('\n');
    const section = (name: 'thead' | 'tbody', cell: 'th' | 'td', lines: string[]) => {
      const part = table.appendChild(document.createElement(name));
      for (const line of lines) {
        const row = part.appendChild(document.createElement('tr'));
        for (const words of cellsOf(line)) row.appendChild(Object.assign(document.createElement(cell), { dir: 'auto' })).textContent = words;
      }
    };
    section('thead', 'th', [head ?? '']);
    section('tbody', 'td', rows);
    table.addEventListener('mousedown', (event) => {
      event.preventDefault();
      view.dispatch({ selection: { anchor: this.at } });
      view.focus();
    });
    const box = document.createElement('div');
    box.className = 'md-table-box';
    box.append(table);
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** The cells of one line: a stroke behind a backslash is a stroke. */
export const cellsOf = (line: string): string[] => line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '')
  .split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll(/[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}/g, ''));

function decorate(state: EditorState): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  syntaxTree(state).iterate({
    enter(node) {
      if (node.name !== 'Table') return node.name === 'Document';
      const [first, last] = [state.doc.lineAt(node.from), state.doc.lineAt(node.to)];
      if (state.selection.ranges.some(({ from, to }) => from <= last.to && to >= first.from)) {
        for (let number = first.number; number <= last.number; number++) ranges.push(Decoration.line({ class: 'md-table-line' }).range(state.doc.line(number).from));
      } else {
        ranges.push(Decoration.replace({ widget: new TableWidget(state.sliceDoc(first.from, last.to), first.from), block: true }).range(first.from, last.to));
      }
      return false;
    },
  });
  return Decoration.set(ranges, true);
}

export const tables: Extension = StateField.define<DecorationSet>({
  create: decorate,
  update: (shown, tr) => (tr.docChanged || tr.selection || syntaxTree(tr.startState) !== syntaxTree(tr.state) ? decorate(tr.state) : shown),
  provide: (field) => EditorView.decorations.from(field),
});
