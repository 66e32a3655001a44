import { describe, expect, it } from 'vitest';
import { noHash, xor } from '../../src/line/beat';
import { helloFor } from '../../src/line/cursors';
import { reduce } from '../../src/session/reduce';
import { currentSitting } from '../../src/session/select';
import { emptyView } from '../../src/session/view';
import { dayan } from '../fixtures/camp-david';

describe('what one says of what one holds', () => {
  const view = dayan().events.reduce(reduce, emptyView);
  const hello = helloFor(view);

  it('DL2_names_every_open_circle_with_offset_and_hash', () => {
    const now = currentSitting(view)?.sitting ?? '';
    expect(hello.cursors.find((c) => c.circle === now)).toEqual({ circle: now, offset: view.circles[now]?.offset, hash: view.circles[now]?.hash });
    expect(hello.cursors.every((c) => c.circle === now || view.circles[c.circle]?.kind !== 'sitting')).toBe(true);
  });

  it('DL2_gives_ended_sittings_as_one_digest', () => {
    const ended = Object.entries(view.circles).filter(([circle, held]) => held.kind === 'sitting' && circle !== currentSitting(view)?.sitting);
    expect(ended.length).toBeGreaterThan(0);
    expect(hello.closed).toEqual({ count: ended.length, hash: ended.map(([, held]) => held.hash).reduce(xor, noHash) });
  });

  it('holds nothing at first', () => expect(helloFor(emptyView)).toEqual({ protocol: 1, cursors: [], closed: null, recent: 100 }));
});
