import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, Compartment, EditorState, type Extension, StateEffect, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { DraftReader } from '../line/drafts';
import type { SessionLine } from '../line/context';
import type { ChangeJson, DraftCaret, DraftChanges } from '../wire/drafts';
import { newId } from '../wire/ids';
import type { Id } from '../wire/protocol';
import { caretsGone, caretTold } from './carets';
import { inPieces, isTooLong } from './pieces';

/** How it stands with what was written here. */
export interface Standing {
  /** The text has come. */
  here: boolean;
  /** Changes that are not stored yet. */
  unsaved: number;
  up: boolean;
  problem: string | null;
  /** Words that were written here and could not be taken; kept until they are put away. */
  kept: string | null;
  /** It can be written no more. */
  closed: boolean;
}

const perEdit = 64;
const again = 1_500;
const caretEvery = 400;

/**
 * One draft in one editor: what is typed goes to the server as soon as it can, what others write comes in one change at a time, and what
 * was written while the line was lost stays and is sent when it is back.
 */
export class Manuscript implements DraftReader {
  readonly #editor = newId();
  readonly #line: SessionLine;
  readonly #circle: Id;
  readonly #person: Id;
  readonly #extensions: Extension;
  /** What depends on who may write in it and on who the parties are: it changes under the text, which stays. */
  readonly #changing = new Compartment();
  #changed: Extension = [];
  readonly #watchers = new Set<() => void>();
  #view: EditorView | null = null;
  #standing: Standing = { here: false, unsaved: 0, up: false, problem: null, kept: null, closed: false };
  #sending = false;
  /** How many of one's own changes are stored and have not come back: they are not sent again before that. */
  #awaited = 0;
  /** How many have come back since the last were sent. */
  #returned = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #caret: ReturnType<typeof setTimeout> | undefined;
  #leave: (() => void) | null = null;

  constructor(line: SessionLine, circle: Id, person: Id, extensions: Extension) {
    this.#line = line;
    this.#circle = circle;
    this.#person = person;
    this.#extensions = extensions;
  }

  readonly standing = (): Standing => this.#standing;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  get view(): EditorView | null {
    return this.#view;
  }

  /** How much that was written here exists nowhere else. */
  get lost(): number {
    const { unsaved, kept, closed } = this.#standing;
    return (closed ? 0 : unsaved) + (kept === null ? 0 : 1);
  }

  /** The version that is on screen, and nothing of one's own beside it. */
  get version(): number | null {
    return this.#view && this.#standing.unsaved === 0 ? getSyncedVersion(this.#view.state) : null;
  }

  /** The words that are selected, as the server has them; null: none, or not stored yet. */
  passage(around: (at: number) => { from: number; to: number } | null): { version: number; from: number; to: number; words: string } | null {
    const { version } = this;
    const view = this.#view;
    if (!view || version === null) return null;
    const { main } = view.state.selection;
    const place = main.empty ? around(main.head) : main;
    if (!place || place.to - place.from > 2_000) return null;
    return { version, from: place.from, to: place.to, words: view.state.sliceDoc(place.from, place.to) };
  }

  /** Selects a passage where it stands in the text now, the nearest to where it began. */
  readonly show = ({ words, from }: { words: string; from: number }): void => {
    const view = this.#view;
    const text = view?.state.doc.toString() ?? '';
    let nearest = -1;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (nearest < 0 || Math.abs(at - from) < Math.abs(nearest - from)) nearest = at;
    }
    if (!view || words === '' || nearest < 0) return;
    view.dispatch({ selection: { anchor: nearest, head: nearest + words.length }, effects: EditorView.scrollIntoView(nearest, { y: 'center' }) });
    view.focus();
  };

  open(parent: HTMLElement): void {
    this.#view = new EditorView({ parent, state: this.#state('', 0), dispatchTransactions: (all, view) => this.#dispatch(all, view) });
    this.#leave = this.#line.drafts.follow(this.#circle, this);
  }

  /** Takes other extensions beside those that stay. */
  change(extensions: Extension): void {
    this.#changed = extensions;
    this.#view?.dispatch({ effects: this.#changing.reconfigure(extensions) });
    this.#show({});
  }

  close(): void {
    this.#leave?.();
    clearTimeout(this.#timer);
    clearTimeout(this.#caret);
    this.#view?.destroy();
    this.#view = null;
  }

  /** What was kept has been looked at. */
  readonly putAway = (): void => this.#show({ kept: null });

  text(text: string, version: number): void {
    const view = this.#view;
    if (!view) return;
    // what is not stored and does not belong to this text is shown beside it, so that nothing is lost silently
    const kept = this.#standing.closed ? this.#standing.kept : this.#keeps();
    view.setState(this.#state(text, version));
    if (this.#standing.closed) this.#lock();
    this.#awaited = 0;
    this.#show({ here: true, kept, unsaved: 0, problem: null });
  }

  changes(changes: DraftChanges['changes']): void {
    const view = this.#view;
    if (!view || !this.#standing.here) return;
    let { state } = view;
    const all: Transaction[] = [];
    try {
      // one at a time: put together, two changes can lead one's own elsewhere than the server leads it
      for (const { by, editor, change } of changes) {
        const one = receiveUpdates(state, [{ clientID: `${by}/${editor}`, changes: ChangeSet.fromJSON(change) }]);
        all.push(one);
        state = one.state;
      }
    } catch {
      this.#line.drafts.anew(this.#circle);
      return;
    }
    view.update(all);
    this.#unsaved();
    const own = changes.filter((one) => one.by === this.#person && one.editor === this.#editor).length;
    this.#returned += own;
    this.#awaited = Math.max(0, this.#awaited - own);
    this.#send();
  }

  caret(caret: DraftCaret): void {
    this.#view?.dispatch({ effects: caretTold.of({ ...caret, until: Date.now() + 30_000, now: getSyncedVersion(this.#view.state) }) });
  }

  refused(_code: string, sentence: string): void {
    if (this.#standing.closed) this.#show({ problem: sentence });
    else this.#stop(sentence);
  }

  line(up: boolean): void {
    this.#awaited = 0;
    this.#sending = false;
    this.#show({ up });
    if (!up) this.#view?.dispatch({ effects: caretsGone.of(null) });
    else this.#later(0);
  }

  /** Somebody else has it now: nothing more is taken. */
  end(): void {
    if (!this.#standing.closed) this.#stop(null);
  }

  #state(doc: string, version: number): EditorState {
    return EditorState.create({
      doc,
      extensions: [collab({ startVersion: version, clientID: `${this.#person}/${this.#editor}` }), this.#extensions, this.#changing.of(this.#changed)],
    });
  }

  #dispatch(all: readonly Transaction[], view: EditorView): void {
    const [one] = all;
    if (all.length === 1 && one && isTooLong(one)) {
      for (const piece of inPieces(one)) view.update([view.state.update(piece)]);
    } else {
      view.update(all);
    }
    if (all.some((tr) => tr.docChanged)) {
      this.#unsaved();
      this.#send();
    }
    if (all.some((tr) => tr.docChanged || tr.selection)) this.#tellCaret();
  }

  #unsaved(): void {
    const view = this.#view;
    if (view) this.#show({ unsaved: sendableUpdates(view.state).length });
  }

  #send(): void {
    const view = this.#view;
    if (!view || this.#sending || this.#awaited > 0 || !this.#standing.up || this.#standing.closed) return;
    const updates = sendableUpdates(view.state).slice(0, perEdit);
    if (updates.length === 0) return;
    this.#sending = true;
    this.#returned = 0;
    const version = getSyncedVersion(view.state);
    const changes = updates.map((one) => one.changes.toJSON() as ChangeJson);
    void this.#line.drafts.edit({ circle: this.#circle, editor: this.#editor, version, changes }).then((reply) => {
      this.#sending = false;
      if (!this.#view) return;
      if (!reply) return this.#later(again);
      if (reply.ok) {
        this.#awaited = Math.max(0, changes.length - this.#returned);
        this.#show({ problem: null });
        return this.#awaited > 0 ? this.#later(again) : this.#send();
      }
      const { code, sentence, retry } = reply.refusal;
      if (code === 'draft_diverged') this.#line.drafts.anew(this.#circle);
      else if (retry) this.#later(again);
      else this.#stop(sentence);
    });
  }

  // What was refused for good stays on screen, as unsaved, and is said to be so; nothing more is taken.
  #stop(sentence: string | null): void {
    this.#show({ problem: sentence, closed: true, kept: this.#keeps() });
    this.#lock();
  }

  /** What was kept before, and what is not stored now. */
  #keeps(): string | null {
    const own = this.#view && this.#standing.here ? wordsOf(this.#view.state) : '';
    return [this.#standing.kept, own].filter(Boolean).join('\n') || null;
  }

  #lock(): void {
    this.#view?.dispatch({ effects: StateEffect.appendConfig.of([EditorState.readOnly.of(true), EditorView.editable.of(false)]) });
  }

  #later(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#awaited = 0;
      this.#send();
    }, after);
  }

  #tellCaret(): void {
    if (this.#caret !== undefined) return;
    this.#caret = setTimeout(() => {
      this.#caret = undefined;
      const view = this.#view;
      // places of a text with unsaved words would be wrong for others
      if (!view?.hasFocus || this.#standing.unsaved > 0) return;
      const { anchor, head } = view.state.selection.main;
      this.#line.drafts.caret({ circle: this.#circle, editor: this.#editor, version: getSyncedVersion(view.state), anchor, head });
    }, caretEvery);
  }

  #show(change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}

/** The words of one's own that are not stored. */
function wordsOf(state: EditorState): string {
  const words: string[] = [];
  for (const { changes } of sendableUpdates(state)) {
    changes.iterChanges((_a, _b, _c, _d, inserted) => inserted.length > 0 && words.push(inserted.toString()));
  }
  return words.join('').trim();
}

