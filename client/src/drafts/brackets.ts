/** Disputed words in square brackets, found as the server finds them (DR2). */
export interface Bracket {
  /** Of the opening bracket. */
  start: number;
  /** Behind the closing one. */
  end: number;
  /** Where the words begin, behind the names of those that they come from. */
  words: number;
  depth: number;
  /** Whom the words come from. */
  from: readonly string[];
  /** Which place of the text it is about: alternatives beside each other are about the same. */
  place: number;
}

export interface Brackets {
  open: readonly Bracket[];
  /** Opening ones that are never closed, and closing ones that were never opened. */
  stray: readonly number[];
}

interface Found {
  start: number;
  end: number;
  depth: number;
}

/** @param names Of the parties: `[Aland: shall]`. Whatever else stands before a colon is words. */
export function bracketsOf(text: string, names: readonly string[]): Brackets {
  const found: Found[] = [];
  const open: number[] = [];
  const stray: number[] = [];
  const signs = /[[\]\\［］]/g;
  const before = lineBefore(text);
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const at = match.index;
    const sign = match[0];
    const begun = sign === ']' || sign === '］' ? open.pop() : undefined;
    if (sign === '\\') signs.lastIndex = at + 2;
    else if (sign === '[' || sign === '［') {
      const other = sign === '[' ? otherThan(text, at, before) : 0;
      if (other > 0) signs.lastIndex = at + other;
      else {
        open.push(found.length);
        found.push({ start: at, end: -1, depth: open.length - 1 });
      }
    } else if (begun !== undefined) {
      const one = found[begun];
      if (one) one.end = isLink(text, at) ? 0 : at + 1;
    } else stray.push(at);
  }
  for (const one of found) if (one.end < 0) stray.push(one.start);
  return { open: placed(text, found, names), stray: stray.toSorted((a, b) => a - b) };
}

/** What is still disputed; a stray bracket counts, as nobody knows what it was to hold. */
export const countOf = ({ open, stray }: Brackets): number => open.length + stray.length;

/** Where the next one is behind a position, from the last on to the first; a stray one counts too. */
export function nextFrom(brackets: Brackets, position: number): number | null {
  const all = placesOf(brackets);
  return all.find((at) => at > position) ?? all[0] ?? null;
}

export function previousFrom(brackets: Brackets, position: number): number | null {
  const all = placesOf(brackets);
  return all.findLast((at) => at < position) ?? all.at(-1) ?? null;
}

/** The words of the innermost bracket around a position; between two, of the one that opens there, as the way to the next one goes. */
export function wordsAround({ open }: Brackets, position: number): { from: number; to: number } | null {
  const around = open.filter((one) => one.start <= position && position <= one.end).toSorted((a, b) => b.depth - a.depth || b.start - a.start)[0];
  return around ? { from: around.words, to: around.end - 1 } : null;
}

const placesOf = ({ open, stray }: Brackets) => [...open.map((one) => one.start), ...stray].toSorted((a, b) => a - b);

function placed(text: string, found: readonly Found[], names: readonly string[]): Bracket[] {
  const brackets: Bracket[] = [];
  let places = 0;
  const beside = new Map<number, Bracket>();
  for (const { start, end, depth } of found.filter((one) => one.end > 0)) {
    const last = beside.get(depth);
    const place = last && isBeside(text, last.end, start) ? last.place : places++;
    const bracket = { start, end, depth, place, ...attributed(text, start + 1, end - 1, names) };
    beside.set(depth, bracket);
    brackets.push(bracket);
  }
  return brackets;
}

function attributed(text: string, start: number, end: number, names: readonly string[]): { from: readonly string[]; words: number } {
  const longestFirst = names.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  const from: string[] = [];
  for (let at = blank(text, start, end); ;) {
    const name = longestFirst.find((one) => at + one.length <= end && text.startsWith(one, at));
    if (name === undefined) return { from: [], words: start };
    from.push(name);
    at = blank(text, at + name.length, end);
    const sign = at < end ? (text[at] ?? '') : '';
    if (sign === ':' || sign === '：') return { from, words: blank(text, at + 1, end) };
    if (sign === '' || !',，、،/'.includes(sign)) return { from: [], words: start };
    at = blank(text, at + 1, end);
  }
}

function blank(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && ' \t\u00a0'.includes(text[to] ?? 'x')) to++;
  return to;
}

const isBeside = (text: string, end: number, start: number) => end <= start && ['', '/'].includes(text.slice(end, start).trim());

/** How many signs an opening bracket takes that opens none: of a footnote, of a box to tick off. */
function otherThan(text: string, at: number, before: (at: number) => string): number {
  const rest = text.slice(at, at + longestSign);
  const footnote = /^\[\^[^[\] \t\n]+\]/.exec(rest);
  if (footnote) return footnote[0].length;
  if (!/^\[[ xX]\](?=[ \n]|$)/.test(rest)) return 0;
  const line = before(at);
  return /^[-*+]$/.test(line) || /^\d{1,9}[.)]$/.test(line) ? 3 : 0;
}

/** What stands before a place in its line. Places come in order and what lies between is gone through once, however long the line is. */
function lineBefore(text: string): (at: number) => string {
  let seen = 0;
  let words = 0;
  return (at) => {
    const end = text.slice(seen, at).lastIndexOf('\n');
    if (end >= 0) words = seen + end + 1;
    seen = at;
    while (words < at && isBlank(text[words])) words++;
    let until = at;
    while (until > words && isBlank(text[until - 1])) until--;
    return text.slice(words, Math.min(until, words + longestItem + 1));
  };
}

const isBlank = (sign: string | undefined) => sign?.trim() === '';

const longestItem = 10;
const longestSign = 200;
const longestAddress = 2_000;

// an address, and the signs around it
const isLink = (text: string, close: number) =>
  /^\((?:https?:\/\/|mailto:|tel:|#)[^)\n[\] \t]*\)/.test(text.slice(close + 1, close + 1 + longestAddress + 2));
