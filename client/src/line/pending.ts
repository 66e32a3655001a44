import { type Command, isSay, type Say } from '../wire/commands';
import type { Envelope } from '../wire/events';
import type { Id, Reply } from '../wire/protocol';

/** A command that has no answer yet. It keeps its id, so that sending it again does it only once. */
export interface Pending {
  id: Id;
  command: Command;
  answered: (reply: Reply) => void;
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

  get waiting(): readonly Pending[] {
    return this.#pending;
  }

  get echoes(): readonly Echo[] {
    return this.#echoes;
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
