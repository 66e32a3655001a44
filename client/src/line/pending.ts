import { type Command, isSay, type Say } from '../wire/commands';
import type { Envelope } from '../wire/events';
import type { Id, Refusal, Reply } from '../wire/protocol';
import { sameAct } from './same';

/** A command that has no answer yet. It keeps its id, so that sending it again does it only once. */
export interface Pending {
  id: Id;
  command: Command;
  answered: (reply: Reply) => void;
}

/** An act that was refused when nobody could expect its answer any more. */
export interface Late {
  id: Id;
  refusal: Refusal;
}

/** Words on their way: shown as being sent, then as stored, and gone from here when the event itself arrives. */
export interface Echo {
  id: Id;
  say: Say;
  stored: boolean;
}

/** Commands under way, oldest first, and the echoes of speech among them. */
export class PendingCommands {
  #pending: Pending[] = [];
  #echoes: Echo[] = [];
  readonly #overdue = new Set<Id>();
  #late: Late[] = [];

  get waiting(): readonly Pending[] {
    return this.#pending;
  }

  get echoes(): readonly Echo[] {
    return this.#echoes;
  }

  /** Words that the server does not have for all that one knows. */
  get unsent(): number {
    return this.#pending.filter((p) => isSay(p.command)).length;
  }

  /** Acts whose answer should have come: they may be done, or not. */
  get unanswered(): number {
    return this.#overdue.size;
  }

  get late(): readonly Late[] {
    return this.#late;
  }

  /** The same act, asked for before and not yet answered: doing it once answers both. */
  same(command: Command): Pending | undefined {
    return isSay(command) ? undefined : this.#pending.find((p) => sameAct(p.command, command));
  }

  /** The answer of this act, or of all when the line is lost, should have come by now. Speech shows as an echo how it stands with it. */
  overdue(id?: Id): boolean {
    const before = this.#overdue.size;
    for (const one of this.#pending) if (!isSay(one.command) && (id === undefined || one.id === id)) this.#overdue.add(one.id);
    return this.#overdue.size > before;
  }

  add(pending: Pending): void {
    this.#pending = [...this.#pending, pending];
    if (isSay(pending.command)) this.#echoes = [...this.#echoes, { id: pending.id, say: pending.command, stored: false }];
  }

  /** Takes the answer of a command; a second answer to the same id finds nothing and changes nothing. */
  answer(id: Id, reply: Reply): void {
    const pending = this.#pending.find((p) => p.id === id);
    if (!pending) return;
    this.#pending = this.#pending.filter((p) => p !== pending);
    this.#echoes = reply.ok
      ? this.#echoes.map((e) => (e.id === id ? { ...e, stored: true } : e))
      : this.#echoes.filter((e) => e.id !== id);
    if (this.#overdue.delete(id) && !reply.ok) this.#late = [...this.#late, { id, refusal: reply.refusal }];
    pending.answered(reply);
  }

  /** Own words arrived as an event: from now on the log shows them, not the echo. */
  arrived(event: Envelope, self: Id | undefined): void {
    if (event.body.type !== 'said' || event.body.by !== self) return;
    const { command } = event.body;
    this.#echoes = this.#echoes.filter((e) => e.id !== command);
  }

  /** After a reset everything comes again, and what is stored among it. */
  forgetStored(): void {
    this.#echoes = this.#echoes.filter((e) => !e.stored);
  }
}
