import { ChangeSet, MapMode, Text } from '@codemirror/state';
import { Chance } from './chance';
import type { History, Question } from './peer';

const modes = [MapMode.Simple, MapMode.TrackDel, MapMode.TrackBefore, MapMode.TrackAfter];
const doc = (text: string) => Text.of(text.split('\n'));

/** Every operation on random change sets of one text, beside what @codemirror/state makes of them. */
export function* algebra(seed: number): History {
  const chance = new Chance(seed);
  const text = chance.text(24);
  const { change: a, after } = chance.change(text);
  const { change: b } = chance.change(text);
  const { change: next } = chance.change(after);
  const at = Array.from({ length: text.length + 1 }, (_, position) => position);
  const keep = chance.below(modes.length);
  const side = chance.below(3) - 1;
  const pairs: [Question, unknown][] = [
    [{ op: 'echo', a }, ChangeSet.fromJSON(a.toJSON())],
    [{ op: 'apply', text, a }, a.apply(doc(text)).toString()],
    [{ op: 'compose', a, b: next }, a.compose(next)],
    [{ op: 'map', a, b }, a.map(b)],
    [{ op: 'map', a, b, before: true }, a.map(b, true)],
    [{ op: 'invert', text, a }, a.invert(doc(text))],
    [{ op: 'positions', a, at, side, keep }, at.map((position) => a.mapPos(position, side, modes[keep]!))],
  ];
  const answers = yield pairs.map(([question]) => question);
  for (const [i, [question, expected]] of pairs.entries()) {
    const [mine, theirs] = [JSON.stringify(answers[i]), JSON.stringify(expected)];
    if (mine !== theirs) throw new Error(`${JSON.stringify(question)}: ${mine} instead of ${theirs}`);
  }
}
