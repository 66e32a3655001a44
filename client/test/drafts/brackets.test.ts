import { describe, expect, it } from 'vitest';
import { bracketsOf, countOf, nextFrom, previousFrom, wordsAround } from '../../src/drafts/brackets';

const count = (text: string) => countOf(bracketsOf(text, []));

describe('DR2 brackets are found as the server finds them', () => {
  it.each([
    ['The Parties shall meet.', 0],
    ['The Parties [shall][should] meet.', 2],
    ['[a [b [c]] d]', 3],
    [String.raw`Not \[these\], nor \\\[ those.`, 0],
    [String.raw`\\[these]`, 1],
    ['see [the map](https://example.org/map) and [mail](mailto:a@b.c)', 0],
    ['[shall](should) meet', 1],
    ['[the [eastern] map](#map)', 1],
    ['a note[^1] and\n[^1]: its text', 0],
    ['- [ ] to do\n- [x] done\n1. [X] done too', 0],
    ['within [ ] days', 1],
    ['within [x] days', 1],
    ['[]', 1],
    ['[Article 5\n\nThe whole of it.\n\nArticle 6]', 1],
    ['`[code]` counts too', 1],
    ['条［应］［须］', 2],
    ['open [ only', 1],
    ['closed ] only', 1],
    ['[^not a note', 1],
    ['[a](https://x', 1],
    ['', 0],
  ])('%s', (text, expected) => expect(count(text)).toBe(expected));

  it.each([
    ['[Aland: shall]', ['Aland'], 'shall'],
    ['[ Aland , Borduria: shall]', ['Aland', 'Borduria'], 'shall'],
    ['[Aland/Borduria North:shall]', ['Aland', 'Borduria North'], 'shall'],
    ['[甲方：应]', ['甲方'], '应'],
    ['[甲方、Aland：应]', ['甲方', 'Aland'], '应'],
    ['[الطرف، Aland: نص]', ['الطرف', 'Aland'], 'نص'],
    ['[Alandia: shall]', [], 'Alandia: shall'],
    ['[the following: a, b]', [], 'the following: a, b'],
    ['[Aland shall]', [], 'Aland shall'],
    ['[Aland: ]', ['Aland'], ''],
    ['[Aland, others: x]', [], 'Aland, others: x'],
  ])('%s names whom its words come from', (text, from, words) => {
    const [one] = bracketsOf(text, ['Aland', 'Borduria', 'Borduria North', '甲方', 'الطرف']).open;
    expect([one?.from, text.slice(one?.words, (one?.end ?? 0) - 1)]).toEqual([from, words]);
  });

  it('DR2_what_is_longer_than_an_address_or_a_footnote_may_be_is_a_bracket', () => {
    const address = `https://${'a'.repeat(1_992)}`;
    const note = '1'.repeat(197);
    expect([`[a](${address})`, `[a](${address}a)`, `[^${note}]`, `[^${note}1]`].map(count)).toEqual([0, 1, 0, 1]);
  });

  it('DR2_the_longest_text_in_one_line_is_counted_as_any_other', () => {
    const blanks = ' '.repeat(100_000);
    const brackets = '[x] '.repeat(25_000);
    expect([brackets + brackets, blanks + brackets, `${blanks}- ${brackets}`].map(count)).toEqual([50_000, 25_000, 24_999]);
    expect(count('- [x] a\n \t12. [ ] b\nc [x] d\n[ ] e\n-\u00a0[X]')).toBe(2);
  });

  it('DR2_between_two_alternatives_the_words_are_those_of_the_bracket_that_opens_there', () => {
    const text = '[shall][Aland: should] [a [b]c]';
    const found = bracketsOf(text, ['Aland']);
    const words = (at: number) => {
      const place = wordsAround(found, at);
      return place && text.slice(place.from, place.to);
    };
    // "next bracket" puts the caret where one opens
    expect([0, 7, 22, 26, 30, 31].map(words)).toEqual(['shall', 'should', 'should', 'b', 'a [b]c', 'a [b]c']);
    expect(words(found.open[1]?.start ?? -1)).toBe('should');
    expect(wordsAround(bracketsOf('a [b] c', []), 0)).toBeNull();
  });

  it('alternatives beside each other are about one place, and the way goes round', () => {
    const found = bracketsOf('[a] [b]/[c] and [d] ]', []);
    expect(found.open.map((one) => one.place)).toEqual([0, 0, 0, 1]);
    expect([nextFrom(found, 0), nextFrom(found, 16), nextFrom(found, 20), previousFrom(found, 0)]).toEqual([4, 20, 0, 20]);
  });
});
