import { describe, expect, it } from 'vitest';
import { heldHash, noHash, xor } from '../../src/line/beat';
import { reduce } from '../../src/session/reduce';
import { emptyView } from '../../src/session/view';
import { carter } from '../fixtures/camp-david';

describe('the beat', () => {
  it('DL6_is_the_XOR_of_the_heads_of_all_that_one_holds', () => {
    const { events } = carter();
    const heads = new Map(events.map((event) => [event.circle, event.hash]));
    expect(heldHash(events.reduce(reduce, emptyView))).toBe([...heads.values()].reduce(xor, noHash));
  });

  it('DL6_differs_when_the_last_event_is_lost', () => {
    const { events } = carter();
    expect(heldHash(events.slice(0, -1).reduce(reduce, emptyView))).not.toBe(heldHash(events.reduce(reduce, emptyView)));
  });

  it('XORs digit by digit, and twice gives the first again', () => {
    const [a, b] = ['f'.repeat(32), '0123456789abcdef'.repeat(2)];
    expect(xor(a, b)).toBe('fedcba9876543210'.repeat(2));
    expect(xor(xor(a, b), b)).toBe(a);
  });
});
