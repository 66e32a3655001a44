/** Words that stayed, came or went. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Longest texts that are compared word by word: beyond it both are shown whole. */
const most = 2_000;

/** What became of a text, by words (PR2); the blanks stay with the word before them. */
export function redline(before: string, after: string): Piece[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > most || other.length > most) return [...(before ? [{ kind: 'removed' as const, text: before }] : []), { kind: 'added', text: after }];
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i * width + j] = one[i] === other[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      add('same', one[i]!);
      i++;
      j++;
    } else if (i < one.length && (j === other.length || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) add('removed', one[i++]!);
    else add('added', other[j++]!);
  }
  return pieces;
}

/** Words with the blanks after them; where a script has none, as the language's own rules part it. */
const wordsOf = (text: string): string[] => [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map((one) => one.segment);
