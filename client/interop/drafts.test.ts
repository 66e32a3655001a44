import { afterAll, beforeAll, describe, it } from 'vitest';
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
});
