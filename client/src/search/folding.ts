/** A part of a text: found words are marked, what stands between is not. */
export interface Part {
  text: string;
  found: boolean;
}

/** The server compares without case and vowel points; to mark the same words, so do we. */
function folded(text: string): { folded: string; at: number[] } {
  let out = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const one = text.charAt(i);
    if (/\p{Mn}/u.test(one)) continue;
    const upper = one.toUpperCase();
    out += upper.length === 1 ? upper : one;
    at.push(i);
  }
  return { folded: out, at: [...at, text.length] };
}

/** The words that are looked for. */
export const wordsOf = (text: string): string[] => folded(text).folded.split(/\s+/u).filter((word) => word !== '');

/** Where in a text the words stand, from start to end, without overlaps. */
function ranges(text: string, words: readonly string[]): [number, number][] {
  const { folded: within, at } = folded(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let from = within.indexOf(word); from >= 0; from = within.indexOf(word, from + word.length)) {
      found.push([at[from] ?? 0, at[from + word.length] ?? text.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  return found.reduce<[number, number][]>((merged, [start, end]) => {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
    return merged;
  }, []);
}

/** So much is shown before the first word found, and so much in all. */
const before = 60;
const most = 240;

/** The part of a text around the first word found, with all words found in it marked. `whole`: nothing is cut off. */
export function snippet(text: string, words: readonly string[], whole = false): Part[] {
  const found = ranges(text, words);
  const first = found[0]?.[0] ?? 0;
  const start = whole || text.length <= most || first <= before ? 0 : wordStart(text, first - before);
  const end = whole || text.length - start <= most ? text.length : wordEnd(text, start + most);
  const parts: Part[] = [];
  const add = (from: number, to: number, mark: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), found: mark });
  };
  let here = start;
  for (const [from, to] of found) {
    if (from >= end) break;
    add(here, Math.max(here, from), false);
    add(Math.max(here, from), Math.min(to, end), true);
    here = Math.max(here, Math.min(to, end));
  }
  add(here, end, false);
  if (start > 0) parts.unshift({ text: '… ', found: false });
  if (end < text.length) parts.push({ text: ' …', found: false });
  return parts;
}

// a text without spaces is cut where it has to be, never within a surrogate pair
const wordStart = (text: string, near: number): number => {
  const space = text.slice(near, near + 40).search(/\s/u);
  return whole(text, space < 0 ? near : near + space + 1);
};

const wordEnd = (text: string, near: number): number => {
  const space = text.slice(near - 40, near).search(/\s\S*$/u);
  return whole(text, space < 0 ? near : near - 40 + space);
};

const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);
