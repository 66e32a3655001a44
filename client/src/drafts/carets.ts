import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { DraftCaret } from '../wire/drafts';
import type { Id } from '../wire/protocol';

interface Told extends DraftCaret {
  /** When it fades if it is not told again. */
  until: number;
  /** The version that is on screen. */
  now: number;
}

export const caretTold = StateEffect.define<Told>();
export const caretsGone = StateEffect.define<null>();

interface Caret {
  person: Id;
  editor: Id;
  anchor: number;
  head: number;
  until: number;
}

/** Where others write, with their names; they move with the text that comes in. */
export function othersCarets(nameOf: (person: Id) => string, sideOf: (person: Id) => number) {
  const field = StateField.define<readonly Caret[]>({
    create: () => [],
    update(carets, tr) {
      let next = tr.docChanged
        ? carets.map((one) => moved(one, (at, side) => tr.changes.mapPos(at, side)))
        : carets;
      for (const effect of tr.effects) {
        if (effect.is(caretsGone)) next = [];
        if (!effect.is(caretTold)) continue;
        const { person, editor, anchor, head, until } = effect.value;
        const most = tr.state.doc.length;
        const fresh = { person, editor, until, anchor: Math.min(anchor, most), head: Math.min(head, most) };
        next = [...next.filter((one) => one.editor !== editor && one.until > Date.now()), fresh];
      }
      return next;
    },
    provide: (own) => EditorView.decorations.from(own, (carets) => decorated(carets, nameOf, sideOf)),
  });
  return field;
}

// a caret stays a caret when somebody writes where it stands
function moved(one: Caret, map: (at: number, side: -1 | 1) => number): Caret {
  const side = one.anchor <= one.head ? 1 : -1;
  return { ...one, anchor: map(one.anchor, 1), head: map(one.head, one.anchor === one.head ? 1 : side) };
}

function decorated(carets: readonly Caret[], nameOf: (person: Id) => string, sideOf: (person: Id) => number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { person, anchor, head } of carets) {
    const side = sideOf(person);
    if (anchor !== head) {
      ranges.push(Decoration.mark({ class: 'draft-selected', attributes: { 'data-party': String(side) } }).range(Math.min(anchor, head), Math.max(anchor, head)));
    }
    ranges.push(Decoration.widget({ widget: new CaretWidget(nameOf(person), side), side: 1 }).range(head));
  }
  return Decoration.set(ranges, true);
}

class CaretWidget extends WidgetType {
  constructor(readonly name: string, readonly side: number) {
    super();
  }

  override eq(other: CaretWidget): boolean {
    return other.name === this.name && other.side === this.side;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'draft-caret';
    caret.dataset['party'] = String(this.side);
    // who writes is said by the list of people; a caret that moves would be read out without end
    caret.setAttribute('aria-hidden', 'true');
    const name = document.createElement('span');
    name.textContent = this.name;
    caret.append(name);
    return caret;
  }
}
