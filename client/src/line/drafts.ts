import type { DraftCaret, DraftChanges, DraftText, EditDraft } from '../wire/drafts';
import type { Id, Reply } from '../wire/protocol';
import { noHash, xor } from './beat';

/** Who follows a draft, and holds its text. */
export interface DraftReader {
  /** The whole text; what was held before is void. */
  text(text: string, version: number): void;
  changes(changes: DraftChanges['changes']): void;
  caret(caret: DraftCaret): void;
  /** It cannot be followed any more. */
  refused(code: string, sentence: string): void;
  /** Whether there is a line now. */
  line(up: boolean): void;
}

interface Followed {
  readers: Set<DraftReader>;
  version: number;
  hash: string;
  /** Pieces of a text that is coming. */
  coming: string | null;
  held: boolean;
}

type Invoke = <T>(method: 'FollowDraft' | 'LeaveDraft' | 'EditDraft' | 'DraftCaret', argument: unknown) => Promise<T | null>;

/** The drafts that are on screen: follows them over every line, from the version that is held. */
export class DraftLines {
  readonly #followed = new Map<Id, Followed>();
  readonly #invoke: Invoke;
  #up = false;

  constructor(invoke: Invoke) {
    this.#invoke = invoke;
  }

  /** Follows a draft until the returned function is called. */
  readonly follow = (circle: Id, reader: DraftReader): (() => void) => {
    // each reader begins with the text: several on one screen are told it again
    const followed: Followed = { readers: new Set([...(this.#followed.get(circle)?.readers ?? []), reader]), version: 0, hash: noHash, coming: null, held: false };
    this.#followed.set(circle, followed);
    reader.line(this.#up);
    if (this.#up) void this.#ask(circle);
    return () => {
      const now = this.#followed.get(circle);
      now?.readers.delete(reader);
      if (now?.readers.size === 0) {
        this.#followed.delete(circle);
        if (this.#up) void this.#invoke('LeaveDraft', circle);
      }
    };
  };

  /** Sends changes. Null: no answer came; sent again they are done once. */
  readonly edit = (edit: EditDraft): Promise<Reply | null> => this.#invoke<Reply>('EditDraft', edit);

  readonly caret = (caret: Omit<DraftCaret, 'person'>): void => {
    if (this.#up) void this.#invoke('DraftCaret', caret);
  };

  /** The line has come or gone. */
  line(up: boolean): void {
    this.#up = up;
    for (const [circle, { readers }] of this.#followed) {
      for (const reader of readers) reader.line(up);
      if (up) void this.#ask(circle);
    }
  }

  text({ circle, version, hash, text, more }: DraftText): void {
    const followed = this.#followed.get(circle);
    if (!followed) return;
    const whole = (followed.coming ?? '') + text;
    Object.assign(followed, { version, hash, coming: more ? whole : null, held: !more });
    if (!more) for (const reader of followed.readers) reader.text(whole, version);
  }

  changes({ circle, from, hash, changes }: DraftChanges): void {
    const followed = this.#followed.get(circle);
    if (!followed) return;
    if (!followed.held || from > followed.version) return void this.#ask(circle);
    const fresh = changes.slice(followed.version - from);
    if (fresh.length === 0) return;
    Object.assign(followed, { version: from + changes.length, hash });
    for (const reader of followed.readers) reader.changes(fresh);
  }

  caretMoved(caret: DraftCaret): void {
    for (const reader of this.#followed.get(caret.circle)?.readers ?? []) reader.caret(caret);
  }

  /** The server says up to where it has told all of them; what was lost is asked for again. */
  beat(hash: string): void {
    const held = [...this.#followed.values()].filter((one) => one.held).reduce((sum, one) => xor(sum, one.hash), noHash);
    if (held !== hash) for (const circle of this.#followed.keys()) void this.#ask(circle);
  }

  /** Takes the text anew: what is held has come apart from the server's. */
  readonly anew = (circle: Id): void => {
    const followed = this.#followed.get(circle);
    if (!followed) return;
    Object.assign(followed, { held: false, coming: null });
    void this.#ask(circle);
  };

  async #ask(circle: Id): Promise<void> {
    const followed = this.#followed.get(circle);
    if (!followed) return;
    followed.coming = null;
    const reply = await this.#invoke<Reply>('FollowDraft', followed.held ? { circle, version: followed.version, hash: followed.hash } : { circle });
    if (reply && !reply.ok && !reply.refusal.retry) {
      for (const reader of followed.readers) reader.refused(reply.refusal.code, reply.refusal.sentence);
    }
  }
}
