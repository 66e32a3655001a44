import { describe, expect, it } from 'vitest';
import { heldHash, noHash, xor } from '../../src/line/beat';
import { backoff } from '../../src/line/backoff';
import { helloFor } from '../../src/line/cursors';
import { reduce } from '../../src/session/reduce';
import { emptyView } from '../../src/session/view';
import { carter } from '../fixtures/camp-david';
import { id } from '../fixtures/log';

const view = carter().events.reduce(reduce, emptyView);

describe('the beat', () => {
  it('DL6_xor_digit_by_digit', () => {
    expect(xor('f'.repeat(32), '0f'.repeat(16))).toBe('f0'.repeat(16));
    expect(xor(noHash, 'a1'.repeat(16))).toBe('a1'.repeat(16));
  });

  it('DL6_covers_the_heads_of_all_circles_held', () => {
    const heads = Object.values(view.circles).map((c) => c.hash);
    expect(heldHash(view)).toBe(heads.reduce(xor, noHash));
    expect(heldHash(emptyView)).toBe(noHash);
  });
});

describe('the cursors', () => {
  it('DL2_ended_sittings_go_as_one_digest_everything_else_by_itself', () => {
    const hello = helloFor(view);
    expect(hello.closed).toEqual({ count: 1, hash: view.circles[id('s-0')]?.hash });
    const circles = hello.cursors.map((c) => c.circle);
    expect(circles).toContain(id('s-caucus'));
    expect(circles).toContain(id('bench'));
    expect(circles).not.toContain(id('s-0'));
  });

  it('ST6_nothing_held_asks_for_an_outline', () => {
    expect(helloFor(emptyView)).toEqual({ protocol: 1, cursors: [], closed: null, recent: 100 });
  });
});

describe('the backoff', () => {
  it('DL2_full_jitter_from_5_s_doubling_to_30_s_without_end', () => {
    const most = (attempt: number) => backoff(attempt, () => 1);
    expect([0, 1, 2, 3, 1_000].map(most)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000]);
    expect(backoff(5, () => 0)).toBe(0);
  });
});
