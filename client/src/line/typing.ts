import type { Id } from '../wire/protocol';

const fades = 4_000;

/** Who is writing just now. Never stored; a sign that is not renewed fades. */
export class TypingNow {
  readonly #until = new Map<Id, ReturnType<typeof setTimeout>>();
  readonly #changed: () => void;
  people: readonly Id[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  saw(_sitting: Id, person: Id): void {
    clearTimeout(this.#until.get(person));
    this.#until.set(person, setTimeout(() => this.spoke(person), fades));
    this.#update();
  }

  spoke(person: Id): void {
    if (!this.#until.has(person)) return;
    clearTimeout(this.#until.get(person));
    this.#until.delete(person);
    this.#update();
  }

  clear(): void {
    for (const timer of this.#until.values()) clearTimeout(timer);
    this.#until.clear();
    this.people = [];
  }

  #update(): void {
    this.people = [...this.#until.keys()];
    this.#changed();
  }
}
