import { describe, expect, it } from 'vitest';
import { emptyDraft, refused, wouldSurprise, written } from '../../src/room/draft';
import type { Sitting } from '../../src/session/view';
import { id } from '../fixtures/log';

const sitting = (name: string, people: string[], room = 'room', companions: Sitting['companions'] = []): Sitting =>
  ({ sitting: id(name), room: id(room), name: room, kind: 'caucus', people: people.map(id), companions, at: '2026-01-01T00:00:00Z', talk: [], recall: null, deadline: null, near: null, byTurn: false, hands: [], speaker: null, knocks: [], link: null });

describe('words that are being written', () => {
  it('SI2_are_meant_for_the_company_in_which_they_were_begun', () => {
    const begun = written(emptyDraft, 'Be', id('one'));
    expect(written(begun, 'Between us', id('two')).sitting).toBe(id('one'));
    expect(written(begun, '', id('two')).sitting).toBeNull();
  });

  it('SI2_ask_before_a_newcomer_would_hear_them_but_not_when_somebody_left', () => {
    const begun = sitting('one', ['a', 'b']);
    const draft = written(emptyDraft, 'Between us', begun.sitting);
    expect(wouldSurprise(draft, begun, sitting('two', ['a', 'b', 'c']))).toBe(true);
    expect(wouldSurprise(draft, begun, sitting('two', ['a']))).toBe(false);
    expect(wouldSurprise(draft, begun, sitting('two', ['a', 'b'], 'elsewhere'))).toBe(true);
    expect(wouldSurprise(draft, begun, begun)).toBe(false);
  });

  it('PE11_ask_before_somebody_who_is_with_one_of_them_would_hear_them', () => {
    const begun = sitting('one', ['a', 'b']);
    const draft = written(emptyDraft, 'Between us', begun.sitting);
    const aide = [{ id: id('aide'), with: id('b'), name: 'An aide' }];
    expect(wouldSurprise(draft, begun, sitting('two', ['a', 'b'], 'room', aide))).toBe(true);
    expect(wouldSurprise(draft, sitting('one', ['a', 'b'], 'room', aide), sitting('two', ['a', 'b']))).toBe(false);
  });

  it('SI2_are_kept_when_refused_and_ask_about_the_people_who_are_there_now', () => {
    const room = { room: id('room'), name: 'room', kind: 'caucus' as const, sitting: id('two'), people: [id('c')] };
    const kept = refused(emptyDraft, { text: 'Between us', marked: true }, id('one'), { code: 'sitting_changed', sentence: 'changed', retry: false, detail: { room } }, 'changed');
    expect(kept).toEqual({ text: 'Between us', sitting: id('one'), answers: null, marked: true, question: { room }, problem: null });
    expect(refused({ ...emptyDraft, text: 'more' }, { text: 'first', marked: false }, id('one'), { code: 'too_fast', sentence: 's', retry: true, detail: null }, 's').text).toBe('first\nmore');
  });
});
