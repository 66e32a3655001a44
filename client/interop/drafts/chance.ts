import { ChangeSet, type ChangeSpec } from '@codemirror/state';

const signs = ['a', 'b', 'c', ' ', '\n', '[', ']', '條', 'ع', '😀', '𐐷', '👩‍⚖️', 'é'];

/** Chance from a seed (mulberry32): the same seed gives the same history. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % end;
  }

  oneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  text(most: number): string {
    return Array.from({ length: this.below(most + 1) }, () => signs[this.below(signs.length)]).join('');
  }

  /** A position that does not cut a sign of two units. */
  position(text: string, from = 0, most = text.length): number {
    const at = from + this.below(Math.min(most, text.length - from) + 1);
    const cuts = at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!);
    return cuts ? at + 1 : at;
  }

  /** An edit at a few places; near ones, so that edits meet. */
  edit(text: string): ChangeSpec[] {
    return Array.from({ length: 1 + (this.oneIn(3) ? this.below(4) : 0) }, () => {
      const from = this.position(text);
      const to = this.oneIn(2) ? from : this.position(text, from, 6);
      return { from, to, insert: to > from && this.oneIn(2) ? '' : this.text(4) };
    });
  }

  /** A change set, also of the kinds that only putting several together makes. */
  change(text: string): { change: ChangeSet; after: string } {
    let change = ChangeSet.empty(text.length);
    let after = text;
    for (let steps = 1 + this.below(3); steps > 0; steps--) {
      const next = ChangeSet.of(this.edit(after), after.length);
      after = applied(after, next);
      change = change.compose(next);
    }
    return { change, after };
  }
}

export function applied(text: string, change: ChangeSet): string {
  let result = '';
  let at = 0;
  change.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    result += text.slice(at, fromA) + inserted.toString();
    at = toA;
  });
  return result + text.slice(at);
}
