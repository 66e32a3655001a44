import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LineContext } from '../../src/line/context';
import { SessionScreen } from '../../src/session/SessionScreen';
import type { Envelope, SearchReply } from '../../src/wire/events';
import { carter, dayan, egypt, people } from '../fixtures/camp-david';
import { id, type Log } from '../fixtures/log';
import { Stage } from '../fixtures/stage';

const has = (event: Envelope, text: string) => 'text' in event.body && typeof event.body.text === 'string' && event.body.text.toLowerCase().includes(text.toLowerCase());

/** Dayan's log, with the airfields named twice in the caucus. */
const twice = () => dayan().add('sitting', id('s-caucus'), { type: 'said', by: id('dayan'), text: 'Then the airfields come first.', language: 'en', rule: 'confidentialUnlessReleased' });

const open = (log: Log = twice()) => {
  const stage = new Stage(log.events);
  // as the server looks: the newest circle first, in it the newest first
  const look = (text: string): Envelope[] => log.events.filter((event) => has(event, text)).toReversed();
  stage.searchAnswer = (text) => ({ ok: true, events: look(text), next: null });
  render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
  fireEvent.mouseDown(screen.getByRole('tab', { name: 'Earlier' }), { button: 0 });
  const form = screen.getByRole('search');
  const field = within(form).getByRole('textbox', { name: 'Search what you may read' }) as HTMLInputElement;
  const told = () => within(form).getByRole('status').textContent;
  const search = (text: string) => {
    fireEvent.input(field, { target: { value: text } });
    fireEvent.submit(form);
  };
  const searched = async (text: string, says: string | RegExp) => {
    search(text);
    await waitFor(() => expect(told()).toMatch(says));
  };
  return { stage, log, look, form, field, told, search, searched };
};

describe('the search', () => {
  it('SI4_shows_what_was_found_by_sitting_with_room_people_day_and_the_words_marked', async () => {
    const { searched } = open();
    await searched('airfields', '2 places found.');
    const sitting = screen.getByRole('heading', { level: 3, name: /Holly Cabin/ }).closest('section') as HTMLElement;
    expect(sitting.textContent).toContain('There sat Carter, Begin and Dayan.');
    expect(within(sitting).getAllByText(/^\d{1,2} September 2026 at \d\d:\d\d$/).length).toBeGreaterThan(0);
    expect(within(sitting).getAllByText('airfields', { selector: 'mark' })).toHaveLength(2);
    const lines = within(sitting).getAllByRole('listitem').map((line) => line.textContent);
    expect(lines[0]).toContain('You');
    expect(lines[1]).toContain('what would you need in order to leave the airfields?');
  });

  it('SI4_talk_of_the_delegation_and_words_to_oneself_are_found_and_named_as_what_they_are', async () => {
    const log = dayan();
    const own = log.events.find((event) => event.kind === 'person')?.circle ?? '';
    log.add('person', own, { type: 'released', source: egypt, text: 'The wording may be softened.', language: 'en', saidAt: '2026-09-06T13:00:00Z', through: 'source' });
    const { searched } = open(log);
    await searched('wording', '2 places found.');
    const [mine, delegation] = ['To you alone', 'The delegation among itself'].map((name) => screen.getByRole('heading', { level: 3, name }).closest('section') as HTMLElement);
    expect(mine?.textContent).toContain('Egypt');
    expect(within(mine as HTMLElement).queryByRole('button')).toBeNull();
    expect(within(delegation as HTMLElement).getByRole('button', { name: /^Read it in its place/ })).toBeTruthy();
  });

  it('SI4_a_sitting_that_was_not_told_is_read_back_for_its_room_and_people', async () => {
    const { stage, searched } = open();
    const circle = id('s-long-ago');
    const opened: Envelope = { circle, kind: 'sitting', offset: 1, hash: '', at: '2026-01-02T12:00:00Z', body: { type: 'sitting.opened', room: id('old'), name: 'Aspen Lodge', kind: 'caucus', people: people('vance', 'dayan') } };
    const said: Envelope = { circle, kind: 'sitting', offset: 2, hash: '', at: '2026-01-02T12:01:00Z', body: { type: 'said', by: id('vance'), text: 'A map of the oases.', language: 'en', rule: 'confidentialUnlessReleased' } };
    Object.assign(stage, { read: async (asked: string, before: number) => ({ ok: true, events: [opened, said].filter((e) => asked === circle && e.offset < before), more: false }) });
    stage.searchAnswer = () => ({ ok: true, events: [said], next: null });
    await searched('oases', '1 place found.');
    const head = (await screen.findByRole('heading', { level: 3, name: 'Aspen Lodge' })).closest('section') as HTMLElement;
    expect(head.textContent).toContain('There sat Vance and Dayan.');
    expect(head.textContent).toContain('2 January 2026');
  });

  it('SI4_one_reads_on_in_the_place_and_comes_back_to_where_one_was', async () => {
    const { searched } = open();
    await searched('replacement', '2 places found.');
    const button = screen.getByRole('button', { name: /^Read it in its place: Begin/ });
    fireEvent.click(button);
    const place = await screen.findByRole('region', { name: 'What was said there' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Time, and an equal replacement'));
    expect(document.activeElement?.getAttribute('aria-current')).toBe('location');
    expect(place.textContent).toContain('Before I see the others');
    expect(place.textContent).toContain('that is for the Knesset');
    expect(within(place).getByRole('heading', { name: 'Holly Cabin' })).toBeTruthy();
    fireEvent.click(within(place).getByRole('button', { name: 'Back to what was found' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Read it in its place: Begin/ })));
    expect(screen.queryByRole('region', { name: 'What was said there' })).toBeNull();
  });

  it('SI4_a_long_sitting_is_read_on_in_both_directions_without_a_gap', async () => {
    const log = dayan();
    const caucus = id('s-caucus');
    for (let n = 1; n <= 120; n++) log.add('sitting', caucus, { type: 'said', by: id('begin'), text: n === 50 ? 'The needle.' : `Word ${n}.`, language: 'en', rule: 'confidentialUnlessReleased' });
    const { searched } = open(log);
    await searched('needle', '1 place found.');
    fireEvent.click(screen.getByRole('button', { name: /^Read it in its place/ }));
    const place = await screen.findByRole('region', { name: 'What was said there' });
    const spoken = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
    const words = () => [...place.querySelectorAll('.place-lines .said-text')].map((one) => (one.textContent === 'The needle.' ? 50 : Number(/\d+/.exec(one.textContent ?? '')?.[0] ?? 0)));
    await waitFor(() => expect(words()).toEqual(spoken(30, 60)));
    fireEvent.click(within(place).getByRole('button', { name: 'Show what was said after' }));
    await waitFor(() => expect(words().at(-1)).toBe(110));
    fireEvent.click(within(place).getByRole('button', { name: 'Show what was said after' }));
    await waitFor(() => expect(within(place).queryByRole('button', { name: 'Show what was said after' })).toBeNull());
    fireEvent.click(within(place).getByRole('button', { name: 'Show what was said before' }));
    await waitFor(() => expect(words()).toEqual([0, 0, 0, 0, ...spoken(1, 120)]));
  });

  it('SI4_more_is_asked_for_from_where_the_answer_ended_and_joins_its_sitting', async () => {
    const { stage, look, searched, told } = open();
    const next = { circle: id('s-caucus'), before: 4 };
    stage.searchAnswer = (text, from) => ({ ok: true, events: from ? look(text).slice(1) : look(text).slice(0, 1), next: from ? null : next });
    await searched('airfields', '1 place found so far; there may be more.');
    fireEvent.click(screen.getByRole('button', { name: 'Look further back' }));
    await waitFor(() => expect(told()).toBe('2 places found.'));
    expect(stage.searched).toEqual([{ text: 'airfields', from: null }, { text: 'airfields', from: next }]);
    expect(screen.getAllByRole('heading', { level: 3, name: /Holly Cabin/ })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Look further back' })).toBeNull();
  });

  it('SI4_answers_without_anything_are_gone_through_by_themselves_but_not_without_end', async () => {
    const { stage, searched } = open();
    stage.searchAnswer = () => ({ ok: true, events: [], next: { circle: id('s-0'), before: 2 } });
    await searched('Sinai', 'Nothing was found so far. You can look further back.');
    expect(stage.searched).toHaveLength(5);
    stage.searchAnswer = () => ({ ok: true, events: [], next: null });
    fireEvent.click(screen.getByRole('button', { name: 'Look further back' }));
    await screen.findByText('Nothing was found in what you may read.');
  });

  it('SI4_what_went_wrong_is_said_plainly', async () => {
    const { stage, search, form } = open();
    const says = (text: RegExp) => waitFor(() => expect(within(form).getByRole('alert').textContent).toMatch(text));
    search('  ');
    await says(/Write a word/);
    search('x'.repeat(201));
    await says(/at most 200 characters/);
    expect(stage.searched).toEqual([]);
    const refuse = (code: string): SearchReply => ({ ok: false, refusal: { code, sentence: 'In the server’s words.', retry: true } });
    stage.searchAnswer = () => refuse('too_fast');
    search('peace');
    await says(/faster than the server can look/);
    stage.searchAnswer = () => refuse('too_long');
    search('peace');
    await says(/at most 200 characters/);
    stage.searchAnswer = () => null;
    search('peace');
    await says(/There is no connection, so nothing was searched/);
    stage.searchAnswer = () => refuse('something_new');
    search('peace');
    await says(/In the server’s words/);
  });

  it('SI4_what_is_known_stays_when_going_on_fails', async () => {
    const { stage, look, searched, form, told } = open();
    stage.searchAnswer = (text, from) => (from ? null : { ok: true, events: look(text).slice(0, 1), next: { circle: id('s-caucus'), before: 3 } });
    await searched('airfields', /1 place found so far/);
    fireEvent.click(screen.getByRole('button', { name: 'Look further back' }));
    await within(form).findByText(/There is no connection/);
    expect(told()).toMatch(/1 place found so far/);
    expect(screen.getAllByText('airfields', { selector: 'mark' })).toHaveLength(1);
  });

  it('SI4_only_the_newest_search_counts', async () => {
    const { stage, look, search, told } = open();
    let late: (reply: SearchReply) => void = () => undefined;
    stage.searchAnswer = (text) => (text === 'settlements' ? new Promise<SearchReply>((answer) => { late = answer; }) : { ok: true, events: look(text), next: null });
    search('settlements');
    expect(told()).toBe('Looking.');
    search('airfields');
    await waitFor(() => expect(told()).toBe('2 places found.'));
    await act(async () => late({ ok: true, events: look('settlements'), next: null }));
    expect(told()).toBe('2 places found.');
    expect(screen.queryByText('settlements', { selector: 'mark' })).toBeNull();
  });

  it('ST2_nothing_of_it_stands_in_an_address_or_is_kept', async () => {
    const before = [location.href, history.length];
    const { field, form, searched } = open();
    await searched('airfields', '2 places found.');
    expect([location.href, history.length]).toEqual(before);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
    expect([field.autocomplete, field.name, form.getAttribute('autocomplete')]).toEqual(['off', '', 'off']);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('');
    expect(screen.queryByText('airfields', { selector: 'mark' })).toBeNull();
  });

  it('PE4_it_goes_with_everything_else_when_one_is_out', async () => {
    const { stage, searched } = open();
    await searched('airfields', '2 places found.');
    act(() => stage.stand({ at: 'over', code: 'removed', sentence: '' }));
    expect(screen.queryByText('airfields', { selector: 'mark' })).toBeNull();
    act(() => stage.stand({ at: 'connected', since: 0 }));
    expect(screen.queryByText('airfields', { selector: 'mark' })).toBeNull();
  });

  it('SI4_it_reads_from_the_right_where_the_page_does', async () => {
    document.documentElement.dir = 'rtl';
    const { searched } = open();
    await searched('airfields', '2 places found.');
    expect(screen.getByRole('search').closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    act(() => document.documentElement.removeAttribute('dir'));
    await waitFor(() => expect(screen.getByRole('search').closest('[dir]')?.getAttribute('dir')).toBe('ltr'));
  });

  it('PE5_a_mediator_searches_the_same_way', async () => {
    const { searched } = open(carter());
    await searched('settlements', /places found/);
    expect(screen.getByRole('heading', { level: 3, name: 'Among the mediators' })).toBeTruthy();
  });
});
