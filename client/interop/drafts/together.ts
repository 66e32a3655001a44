import { ChangeSet, EditorState } from '@codemirror/state';
import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { Chance } from './chance';
import type { History } from './peer';

interface Accepted { clientID: string; changes: ChangeSet }

/** Several editors with @codemirror/collab and the server's authority: slow lines, lost answers, everything sent twice. */
export function* together(seed: number): History {
  const chance = new Chance(seed);
  const text = chance.text(16);
  const log: Accepted[] = [];
  const editors = Array.from({ length: 2 + chance.below(3) }, (_, i) =>
    EditorState.create({ doc: text, extensions: [collab({ clientID: `${i}` })] }));

  const type = (i: number) => {
    editors[i] = editors[i]!.update({ changes: chance.edit(editors[i]!.doc.toString()) }).state;
  };
  const read = (i: number, most: number) => {
    const from = getSyncedVersion(editors[i]!);
    // one at a time: see DR1_what_came_since_is_taken_in_one_by_one
    for (const update of log.slice(from, from + most)) editors[i] = receiveUpdates(editors[i]!, [update]).state;
  };
  function* send(i: number): Generator<any, void, any[]> {
    const updates = sendableUpdates(editors[i]!);
    if (updates.length === 0) return;
    const version = getSyncedVersion(editors[i]!);
    const expected = rebased(updates, log.slice(version));
    const [answer] = yield [{ op: 'submit', id: seed, editor: i, version, changes: updates.map((one) => one.changes) }];
    if (JSON.stringify(answer) !== JSON.stringify({ changes: expected.map((one) => one.changes) })) {
      throw new Error(`accepted ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)}`);
    }
    log.push(...expected);
  }

  yield [{ op: 'open', id: seed, text }];
  for (let steps = 6 + chance.below(24); steps > 0; steps--) {
    const i = chance.below(editors.length);
    if (chance.oneIn(2)) type(i);
    else if (chance.oneIn(2)) read(i, 1 + chance.below(4));
    else yield* send(i);
  }
  // everybody comes to rest
  for (const i of editors.keys()) {
    if (chance.oneIn(2)) read(i, chance.below(8));
    yield* send(i);
  }
  for (const i of editors.keys()) read(i, Infinity);
  const [held] = yield [{ op: 'text', id: seed }, { op: 'close', id: seed }];
  for (const [i, editor] of editors.entries()) {
    if (sendableUpdates(editor).length > 0) throw new Error(`editor ${i} does not know its own words`);
    if (editor.doc.toString() !== held) throw new Error(`editor ${i} has ${JSON.stringify(editor.doc.toString())}, the server ${JSON.stringify(held)}`);
  }
}

/** What the authority must accept: each change over each that came since, leaving out what it has already. */
function rebased(updates: readonly Accepted[], since: readonly Accepted[]): Accepted[] {
  let mine = updates.map(({ clientID, changes }) => ({ clientID, changes }));
  for (const update of since) {
    if (mine.length > 0 && update.clientID === mine[0]!.clientID) {
      mine = mine.slice(1);
      continue;
    }
    let other = update.changes;
    mine = mine.map(({ clientID, changes }) => {
      const mapped = changes.map(other);
      other = other.map(changes, true);
      return { clientID, changes: mapped };
    });
  }
  return mine;
}
