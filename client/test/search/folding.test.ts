import { describe, expect, it } from 'vitest';
import { snippet, wordsOf } from '../../src/search/folding';

const shown = (text: string, asked: string, whole = false) =>
  snippet(text, wordsOf(asked), whole).map(({ text: part, found }) => (found ? `[${part}]` : part)).join('');

describe('words that were found', () => {
  it('SI4_are_marked_without_regard_to_case_and_vowel_points_as_the_server_compares', () => {
    expect(shown('The Shore, and the shores', 'shore')).toBe('The [Shore], and the [shore]s');
    expect(shown('שָׁלוֹם לכם', 'שלום')).toBe('[שָׁלוֹם] לכם');
    expect(shown('السَّلام عليكم', 'السلام')).toBe('[السَّلام] عليكم');
    expect(shown('Straße', 'STRASSE')).toBe('Straße');
  });

  it('SI4_all_of_them_and_what_overlaps_once', () => {
    expect(shown('northern shore of the north', 'north shore northern')).toBe('[northern] [shore] of the [north]');
  });

  it('SI4_a_long_text_is_cut_around_the_first_between_words_unless_it_is_to_be_whole', () => {
    const long = `${'alpha '.repeat(60)}lighthouse ${'omega '.repeat(80)}`;
    const cut = shown(long, 'LIGHTHOUSE');
    expect(cut).toMatch(/^… alpha .*\[lighthouse\] omega .* …$/);
    expect(cut.length).toBeLessThan(280);
    expect(shown(long, 'lighthouse', true)).toContain(`[lighthouse] ${'omega '.repeat(80)}`);
  });

  it('SI4_a_text_without_spaces_is_cut_between_characters', () => {
    const cut = shown(`${'𠀀'.repeat(200)}湖${'𠀀'.repeat(200)}`, '湖');
    expect(cut).toContain('[湖]');
    expect(cut).not.toMatch(/\p{Surrogate}/u);
  });
});
