import { ChangeSet, Text } from '@codemirror/state';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { algebra } from './drafts/algebra';
import { Peer } from './drafts/peer';
import { together } from './drafts/together';

// The server's change sets beside @codemirror/state itself. More, or one again that failed:
//   IOM_DRAFT_HISTORIES=1000000 npx vitest run --config interop/vitest.config.ts drafts
//   IOM_DRAFT_SEED=4711 IOM_DRAFT_HISTORIES=1 npx vitest run --config interop/vitest.config.ts drafts
const count = Number(process.env['IOM_DRAFT_HISTORIES'] ?? 3_000);
const first = Number(process.env['IOM_DRAFT_SEED'] ?? Date.now() % 1_000_000_000);
const abreast = 250;
const timeout = 60_000 + count * 20;
let peer: Peer;

beforeAll(() => {
  peer = new Peer();
});

afterAll(() => peer.end());

describe('drafting together', () => {
  it.each([
    ['DR1_change_sets_are_those_of_codemirror', algebra],
    ['DR1_editors_and_server_come_to_the_same_text', together],
  ] as const)('%s', async (_, history) => {
    console.log(`${count} histories from seed ${first}`);
    for (let done = 0; done < count; done += abreast) {
      const seeds = Array.from({ length: Math.min(abreast, count - done) }, (_, i) => first + done + i);
      await peer.run(seeds, history);
      if (done > 0 && done % 100_000 === 0) console.log(`${done} histories`);
    }
  }, timeout);

  // Why an editor hands updates to receiveUpdates one by one, as the server carries a change over them one by one: put together, these two
  // lead elsewhere. Should the package ever make them the same, both sides may take in many at once.
  it('DR1_what_came_since_is_taken_in_one_by_one', () => {
    const since = [ChangeSet.of({ from: 5, insert: 'XYZ' }, 8), ChangeSet.of({ from: 3, to: 6 }, 11)] as const;
    const mine = ChangeSet.of({ from: 4, insert: '!' }, 8);
    const text = since.reduce((doc, change) => change.apply(doc), Text.of(['abcdefgh']));
    expect(mine.map(since[0]).map(since[1]).apply(text).toString()).toBe('abc!YZfgh');
    expect(mine.map(since[0].compose(since[1])).apply(text).toString()).toBe('abcYZ!fgh');
  });
});
