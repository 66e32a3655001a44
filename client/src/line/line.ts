import { outlined, placeOf, reduce, reducePast } from '../session/reduce';
import { emptyView, type SessionView } from '../session/view';
import { type Arrange, type Command, isSay } from '../wire/commands';
import type { CompareReply, TablingCommand, TakeDraft, TakenReply, VersionPlace } from '../wire/drafts';
import type { Envelope, Past, ReadReply, SearchPlace, SearchReply, SittingsReply } from '../wire/events';
import { newId } from '../wire/ids';
import type { Goodbye, Id, Outline, PreviewReply, Reply, Welcome } from '../wire/protocol';
import { backoff } from './backoff';
import { DraftLines } from './drafts';
import { heldHash } from './beat';
import { helloAnew, helloFor } from './cursors';
import { type Echo, type Late, PendingCommands } from './pending';
import type { LineState } from './state';
import { TypingNow } from './typing';
import { NobodyHere, type Method, type OpenWire, type Wire } from './wire';

/** Everything a page shows of the session and of its line, at one moment. */
export interface LineSnapshot {
  line: LineState;
  view: SessionView;
  here: ReadonlySet<Id>;
  typing: readonly Id[];
  echoes: readonly Echo[];
  /** Words of one's own that wait to be stored. */
  unsent: number;
  /** Acts that were sent and should have been answered: they may be done, or not. */
  unanswered: number;
  /** Acts that were refused after that. */
  late: readonly Late[];
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead: number;
}

/** An act without an answer for so long is told to be so. */
const patience = 1_000;

/** Said by ourselves, as nobody else can: it was not sent. */
const noLine: Reply = { ok: false, refusal: { code: 'no_line', sentence: '', retry: true } };

/** A beat that has not come for so long means that the line is dead. */
const silence = 15_000;

/** The line of one session: connects, compares cursors, resumes without end, and loses no command under way. */
export class Line {
  readonly #session: Id;
  readonly #open: OpenWire;
  readonly #pending = new PendingCommands();
  readonly #typing = new TypingNow(() => this.#publish({}));
  /** The texts on screen that people write together. */
  readonly drafts = new DraftLines((method, argument) => this.#ask(method, argument));
  readonly #watchers = new Set<() => void>();
  #snapshot: LineSnapshot = { line: { at: 'connecting' }, view: emptyView, here: new Set(), typing: [], echoes: [], unsent: 0, unanswered: 0, late: [], ahead: 0 };
  #wire: Wire | null = null;
  /** The view that an outline is making; it counts, and is shown, when the whole past of it has come. */
  #coming: SessionView | null = null;
  #attempt = 0;
  /** Names the connection that counts; whatever an older one still says is not heard. */
  #epoch = 0;
  #greeting: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Id, open: OpenWire) {
    this.#session = session;
    this.#open = open;
  }

  readonly snapshot = (): LineSnapshot => this.#snapshot;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  /** Begins to connect, and stays at it until `stop` or a goodbye for good. */
  start(): void {
    void this.#connect();
  }

  stop(): void {
    this.#epoch++;
    this.#drop();
  }

  /** Tries at once: the browser says that the network is back, or the person asks for it. */
  readonly tryNow = (): void => {
    if (this.#wire || this.#snapshot.line.at === 'over') return;
    clearTimeout(this.#retry);
    void this.#connect();
  };

  /**
   * Does a command. The answer may come much later, over another connection; it comes once. Speech waits for the line, and is seen to wait; an act
   * is done now or not at all, as one may think better of it before the line is back.
   */
  readonly do = (command: Command): Promise<Reply> =>
    new Promise((answered) => {
      const same = this.#pending.same(command);
      if (same) {
        const { answered: first } = same;
        same.answered = (reply) => {
          first(reply);
          answered(reply);
        };
        return;
      }
      const up = this.#snapshot.line.at === 'connected';
      if (!up && !isSay(command)) return answered(noLine);
      const pending = { id: newId(), command, answered };
      this.#pending.add(pending);
      this.#publish({});
      if (up) void this.#send(pending.id, command);
      if (!isSay(command)) setTimeout(() => this.#pending.overdue(pending.id) && this.#publish({}), patience);
    });

  /** Asks what an arrangement would bring about. Changes nothing, so it is not kept across a lost line. */
  readonly preview = (arrange: Arrange): Promise<PreviewReply | null> => this.#ask('Preview', arrange);

  /** Reads a circle back from an offset; null: there is no line now. */
  readonly read = (circle: Id, before: number, max: number): Promise<ReadReply | null> => this.#ask('Read', { circle, before, max });

  /** The sittings that ended for this participant, the newest first. */
  readonly sittings = (before: Id | null, max: number): Promise<SittingsReply | null> => this.#ask('Sittings', { before, max });

  /** Looks for words in all that this participant may read; `from`: goes on where an answer ended. */
  readonly search = (text: string, from: SearchPlace | null): Promise<SearchReply | null> => this.#ask('Search', from ? { text, from } : { text });

  /** What others would get of a frozen version of a draft. */
  readonly previewDraft = (take: TakeDraft | TablingCommand): Promise<TakenReply | null> => this.#ask('PreviewDraft', take);

  /** Two versions as a redline by words. */
  readonly compareDrafts = (before: VersionPlace, after: VersionPlace): Promise<CompareReply | null> =>
    this.#ask('CompareDrafts', { before: place(before), after: place(after) });

  readonly type = (sitting: Id): void => {
    if (this.#snapshot.line.at === 'connected') this.#wire?.invoke('Typing', sitting).catch(() => undefined);
  };

  async #ask<T>(method: Exclude<Method, 'Hello' | 'Do'>, argument: unknown): Promise<T | null> {
    try {
      return (await this.#wire?.invoke<T>(method, argument)) ?? null;
    } catch {
      return null;
    }
  }

  async #connect(): Promise<void> {
    const epoch = ++this.#epoch;
    const current = () => epoch === this.#epoch;
    const guard = <T extends unknown[]>(then: (...args: T) => void) => (...args: T) => void (current() && then(...args));
    try {
      const wire = await this.#open(this.#session, {
        events: guard((events) => this.#take(events)),
        outline: guard((outline) => this.#outline(outline)),
        past: guard((past) => this.#past(past)),
        beat: guard((hash, drafts) => this.#beat(hash, drafts)),
        draftText: guard((text) => this.drafts.text(text)),
        draftChanges: guard((changes) => this.drafts.changes(changes)),
        draftCaret: guard((caret) => this.drafts.caretMoved(caret)),
        presence: guard((here) => this.#publish({ here: new Set(here) })),
        typing: guard((sitting, person) => this.#typing.saw(sitting, person)),
        reset: guard(() => this.#forget()),
        goodbye: guard((goodbye) => this.#goodbye(goodbye)),
        closed: guard(() => this.#lost()),
      });
      if (!current()) return wire.close();
      this.#wire = wire;
      this.#listen();
      await this.#hello();
    } catch (error) {
      if (!current()) return;
      if (error instanceof NobodyHere) this.#end('not_known', '');
      else this.#lost();
    }
  }

  async #hello(): Promise<void> {
    const epoch = this.#epoch;
    if (this.#greeting === epoch) return;
    this.#greeting = epoch;
    try {
      const welcome = await this.#wire?.invoke<Welcome>('Hello', this.#coming ? helloAnew : helloFor(this.#snapshot.view));
      if (epoch !== this.#epoch || !welcome) return;
      if (!welcome.ok) return this.#refused(welcome);
      this.#attempt = 0;
      this.#publish({ ahead: Date.parse(welcome.now) - Date.now() });
      if (this.#snapshot.line.at !== 'connected') {
        this.#publish({ line: { at: 'connected', since: Date.now() } });
        for (const { id, command } of this.#pending.waiting) void this.#send(id, command);
        this.drafts.line(true);
      }
    } catch {
      if (epoch === this.#epoch) this.#lost();
    } finally {
      if (this.#greeting === epoch) this.#greeting = null;
    }
  }

  #refused({ refusal }: Extract<Welcome, { ok: false }>): void {
    if (refusal.code === 'device_pending') {
      clearTimeout(this.#silence);
      this.#publish({ line: { at: 'pending', refusal } });
    } else if (refusal.retry) {
      this.#lost();
    } else {
      this.#end(refusal.code, refusal.sentence);
    }
  }

  async #send(id: Id, command: Command): Promise<void> {
    try {
      const reply = await this.#wire?.invoke<Reply>('Do', { id, command });
      if (!reply) return;
      this.#pending.answer(id, reply);
      this.#publish({});
    } catch {
      // No answer: it may or may not have been done. It stays, and goes again with the same id once the line is back.
    }
  }

  #take(events: Envelope[]): void {
    // While much is being caught up no beat comes; what does come shows that the line lives.
    this.#listen();
    let { view } = this.#snapshot;
    let gap = false;
    for (const event of events) {
      gap ||= placeOf(view, event) === 'gap';
      const after = reduce(view, event);
      if (after !== view) {
        this.#pending.arrived(event, after.self?.person);
        if (event.body.type === 'said') this.#typing.spoke(event.body.by);
      }
      view = after;
    }
    this.#publish({ view });
    if (gap) void this.#hello();
  }

  #outline(outline: Outline): void {
    this.#listen();
    this.#coming = outlined(outline);
  }

  #past({ events, more }: Past): void {
    this.#listen();
    if (!this.#coming) return;
    const view = events.reduce(reducePast, this.#coming);
    this.#coming = more ? view : null;
    for (const event of events) this.#pending.arrived(event, view.self?.person);
    if (more) return;
    this.#pending.forgetStored();
    this.#publish({ view });
  }

  #beat(hash: string, drafts: string): void {
    this.#listen();
    if (this.#snapshot.line.at !== 'connected') return;
    if (hash !== heldHash(this.#snapshot.view)) void this.#hello();
    else this.drafts.beat(drafts);
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), silence);
  }

  #forget(): void {
    this.#coming = null;
    this.#pending.forgetStored();
    this.#publish({ view: emptyView });
  }

  #goodbye({ code, sentence, retry }: Goodbye): void {
    if (retry) return this.#lost();
    if (code === 'device_confirmed') return this.#lost();
    this.#end(code, sentence);
  }

  #end(code: string, sentence: string): void {
    this.#epoch++;
    this.#drop();
    // Removed means removed: what was on this screen goes too.
    this.#publish({ line: { at: 'over', code, sentence }, view: emptyView, here: new Set() });
  }

  #lost(): void {
    this.#epoch++;
    this.#drop();
    this.#pending.overdue();
    const { line } = this.#snapshot;
    if (line.at !== 'reconnecting') this.#publish({ line: { at: 'reconnecting', since: Date.now() }, here: new Set() });
    this.#retry = setTimeout(() => void this.#connect(), backoff(this.#attempt++));
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#typing.clear();
    this.#wire?.close();
    this.#wire = null;
    this.drafts.line(false);
  }

  #publish(change: Partial<LineSnapshot>): void {
    this.#snapshot = {
      ...this.#snapshot,
      ...change,
      typing: this.#typing.people,
      echoes: this.#pending.echoes,
      unsent: this.#pending.unsent,
      unanswered: this.#pending.unanswered,
      late: this.#pending.late,
    };
    for (const watcher of this.#watchers) watcher();
  }
}

// the server takes nothing beside it
const place = ({ circle, offset }: VersionPlace): VersionPlace => ({ circle, offset });
