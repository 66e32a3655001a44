import { defineLanguageFacet, HighlightStyle, Language, languageDataProp, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { type Extension, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { grammar, signs } from './grammar';
import { tables } from './tables';

const data = defineLanguageFacet({ commentTokens: undefined });
const language = new Language(data, grammar.configure({ props: [languageDataProp.add({ Document: data })] }), [], 'markdown');

const style = HighlightStyle.define([
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-em' },
  { tag: tags.strikethrough, class: 'md-strike' },
  { tag: tags.monospace, class: 'md-code' },
  { tag: tags.url, class: 'md-link' },
  { tag: tags.quote, class: 'md-quote' },
  { tag: tags.processingInstruction, class: 'md-sign' },
]);

class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const bullet = document.createElement('span');
    bullet.className = 'md-bullet';
    bullet.textContent = '•';
    return bullet;
  }
}

const bullet = Decoration.replace({ widget: new Bullet() });
const hidden = Decoration.replace({});

function decorate(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const { state } = view;
  const lines = new Set(state.selection.ranges.flatMap(({ from, to }) => {
    const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
    return Array.from({ length: Math.min(last - first, 500) + 1 }, (_, at) => first + at);
  }));
  const isWritten = (at: number) => view.hasFocus && lines.has(state.doc.lineAt(at).number);
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter(node) {
        const heading = /^ATXHeading(\d)$/.exec(node.name)?.[1];
        if (heading) ranges.push(Decoration.line({ class: `md-heading md-h${heading}` }).range(state.doc.lineAt(node.from).from));
        if (node.name === 'Blockquote') {
          for (let at = node.from; at <= node.to; at = state.doc.lineAt(at).to + 1) ranges.push(Decoration.line({ class: 'md-quoted' }).range(state.doc.lineAt(at).from));
        }
        if (node.name === 'ListItem') ranges.push(Decoration.line({ class: 'md-item' }).range(state.doc.lineAt(node.from).from));
        if (node.name === 'ListMark' && '-*+'.includes(state.sliceDoc(node.from, node.to)) && !isWritten(node.from)) ranges.push(bullet.range(node.from, node.to));
        if (!signs.has(node.name) || isWritten(node.from)) return;
        // with the blank behind the sign of a heading
        const end = node.name === 'HeaderMark' && state.sliceDoc(node.to, node.to + 1) === ' ' ? node.to + 1 : node.to;
        ranges.push(hidden.range(node.from, end));
      },
    });
  }
  return Decoration.set(ranges, true);
}

const shown = ViewPlugin.fromClass(class {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    if (update.view.composing) this.decorations = this.decorations.map(update.changes);
    else if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
      this.decorations = decorate(update.view);
    }
  }
}, { decorations: (plugin) => plugin.decorations });

/** Markdown as it will look, while it is written. */
export const markdown: Extension = [language, syntaxHighlighting(style), shown, tables];
