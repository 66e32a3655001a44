import { type Extension, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

// what only says how words look, or whose they are, has no direction: the words behind it have
const before = /^\s*(?:(?:[#>*+|-]+|\d+[.)])\s*)*(?:[[［]+[^:：\]］]*[:：])?/u;
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const strong = /[\p{L}\u{10800}-\u{10fff}]/u;

/** In which direction a paragraph is read: as its first letter is; null: it has none. */
export function directionOf(line: string): 'rtl' | 'ltr' | null {
  const words = line.slice(before.exec(line)?.[0].length ?? 0);
  const letter = (strong.exec(words) ?? strong.exec(line))?.[0];
  return letter === undefined ? null : fromRight.test(letter) ? 'rtl' : 'ltr';
}

const lines = {
  rtl: Decoration.line({ attributes: { dir: 'rtl' } }),
  ltr: Decoration.line({ attributes: { dir: 'ltr' } }),
};

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      // enough to find its first letter, however long it is
      const direction = directionOf(line.text.slice(0, 500));
      if (direction) ranges.push(lines[direction].range(line.from));
      at = line.to + 1;
    }
  }
  return Decoration.set(ranges, true);
}

const directions = ViewPlugin.fromClass(class {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
  }
}, { decorations: (plugin) => plugin.decorations });

/** Each paragraph runs in the direction of its own script, whatever the others do. */
export const scripts: Extension = [directions, EditorView.perLineTextDirection.of(true)];
