import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';

const [me, mediator] = people('dayan', 'carter') as [string, string];
const sitting = id('s-caucus');
const own = dayan().events.find((e) => e.kind === 'person')?.circle ?? '';
const party = dayan().events.find((e) => e.kind === 'party')?.circle ?? '';
const bench = id('bench');

describe('rooms and time', () => {
  it('RM12_a_call_says_received_then_who_sees_to_it_and_never_a_place', async () => {
    const { stage, tell } = open(dayan());
    fireEvent.click(screen.getByRole('button', { name: 'Call the mediators' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('In one line'), { target: { value: 'Ten minutes, please.' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Call' }));
    await waitFor(() => expect(stage.done[0]).toMatchObject({ type: 'call.make', urgency: 'soon', text: 'Ten minutes, please.' }));
    tell('person', own, { type: 'call.made', call: id('call'), person: me, urgency: 'soon', text: 'Ten minutes, please.' });
    expect(screen.getByText('The mediators have received your call.')).toBeTruthy();
    tell('person', own, { type: 'call.claimed', call: id('call'), by: mediator });
    expect(screen.getByText('Carter sees to your call.')).toBeTruthy();
    tell('person', own, { type: 'call.ended', call: id('call'), how: 'answered' });
    expect(screen.getByRole('button', { name: 'Call the mediators' })).toBeTruthy();
  });

  it('RM12_the_bench_shares_the_queue_the_most_urgent_first', async () => {
    const { stage, tell } = open(carter());
    tell('bench', bench,
      { type: 'call.made', call: id('one'), person: me, urgency: 'soon', text: 'Later will do.' },
      { type: 'call.made', call: id('two'), person: people('sadat')[0] ?? '', urgency: 'atOnce', text: null });
    const queue = screen.getByRole('region', { name: 'Calls' });
    expect(within(queue).getAllByRole('listitem').map((li) => li.textContent?.includes('At once'))).toEqual([true, false]);
    expect(queue.textContent).toContain('was told to the mediators of that time');
    fireEvent.click(within(queue).getAllByRole('button', { name: 'I see to it' })[0] as HTMLElement);
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'call.claim', call: id('two') }));
  });

  it('RM15_by_turn_one_raises_a_hand_and_speaks_when_the_floor_is_given', async () => {
    const { stage, tell } = open(dayan());
    const closed = () => screen.queryByText(/Raise your hand; a mediator gives the floor/);
    tell('sitting', sitting, { type: 'turns.set', room: id('room'), byTurn: true });
    expect(closed()).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Raise your hand' }));
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'hand.raise', sitting, up: true }));
    tell('sitting', sitting, { type: 'hand.raised', person: me, up: true });
    expect(screen.getByRole('button', { name: 'Lower your hand' })).toBeTruthy();
    tell('sitting', sitting, { type: 'floor.given', to: me });
    expect(screen.getByText('You have the floor.')).toBeTruthy();
    expect(closed()).toBeNull();
  });

  it('RM11_the_deadline_is_in_sight_and_its_warnings_are_read_out', () => {
    const { tell } = open(dayan());
    const at = new Date(Date.now() + 600_000).toISOString();
    tell('sitting', sitting, { type: 'deadline.set', room: id('room'), at });
    expect(screen.getByText(/10 minutes left/)).toBeTruthy();
    tell('sitting', sitting, { type: 'deadline.near', room: id('room'), at, stage: 'minute' });
    expect(screen.getByText('One minute is left in this room.').getAttribute('role')).toBe('alert');
  });

  it('RM11_a_recall_is_said_to_those_whom_it_takes_home_and_called_off', () => {
    const { tell } = open(dayan());
    const at = new Date(Date.now() + 60_000).toISOString();
    tell('sitting', sitting, { type: 'recall.announced', room: id('caucus'), at, people: [me] });
    expect(screen.getByText('The mediators recall this room. You will be taken home shortly.').getAttribute('role')).toBe('alert');
    tell('sitting', sitting, { type: 'recall.announced', room: id('caucus'), at, people: [mediator] });
    expect(screen.getByText('The mediators recall the others in this room. You stay.')).toBeTruthy();
    tell('sitting', sitting, { type: 'recall.calledOff', room: id('caucus') });
    expect(screen.queryByText(/recall/)).toBeNull();
  });

  it('RM11_what_is_left_is_counted_by_the_clock_of_the_server', () => {
    const { stage, tell } = open(dayan());
    const ahead = 3 * 3_600_000;
    act(() => stage.show({ ahead }));
    const inSeconds = (seconds: number) => new Date(Date.now() + ahead + seconds * 1_000).toISOString();
    tell('sitting', sitting, { type: 'deadline.set', room: id('room'), at: inSeconds(600) });
    expect(screen.getByText(/10 minutes left/)).toBeTruthy();
    tell('sitting', sitting, { type: 'recall.announced', room: id('caucus'), at: inSeconds(45), people: [me] });
    expect(screen.getByText(/Recalled: home in 4[45] seconds/)).toBeTruthy();
  });

  it('RM11_a_deadline_is_set_by_the_clock_of_the_server', async () => {
    const { stage } = open(carter());
    const ahead = -2 * 3_600_000;
    act(() => stage.show({ ahead }));
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for Holly Cabin', hidden: true }), { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Set a deadline' }));
    const from = Date.now();
    fireEvent.click(await screen.findByRole('button', { name: '10 minutes' }));
    await waitFor(() => expect(stage.done).toHaveLength(1));
    const { at } = stage.done[0] as { at: string };
    expect(Math.abs(Date.parse(at) - (from + ahead + 600_000))).toBeLessThan(20_000);
  });

  it('RM12_a_new_call_is_read_out_and_nothing_else_of_the_queue', () => {
    const { tell } = open(carter());
    const told = () => screen.queryAllByRole('status').map((one) => one.textContent).filter((text) => text?.includes('calls the mediators'));
    expect(told()).toEqual([]);
    tell('bench', bench, { type: 'call.made', call: id('one'), person: people('sadat')[0] ?? '', urgency: 'soon', text: 'Between us.' });
    expect(told()).toEqual(['Sadat calls the mediators. Soon.']);
    tell('bench', bench, { type: 'call.claimed', call: id('one'), by: mediator });
    expect(told()).toEqual(['Sadat calls the mediators. Soon.']);
    tell('bench', bench, { type: 'call.made', call: id('two'), person: me, urgency: 'atOnce', text: null });
    expect(told()).toEqual(['Dayan calls the mediators. At once.']);
    tell('bench', bench, { type: 'call.ended', call: id('two'), how: 'answered' });
    expect(told()).toEqual(['Dayan calls the mediators. At once.']);
    tell('bench', bench, { type: 'call.ended', call: id('one'), how: 'answered' });
    expect(told()).toEqual([]);
  });

  it('RM11_a_mediator_recalls_a_room_with_grace_and_calls_it_off', async () => {
    const { stage, tell } = open(carter());
    const menu = () => fireEvent.keyDown(screen.getByRole('button', { name: 'More for Holly Cabin', hidden: true }), { key: 'Enter' });
    menu();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Recall' }));
    fireEvent.click(await screen.findByRole('button', { name: 'In 1 minute' }));
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'recall.announce', room: id('caucus'), sitting: id('s-caucus'), grace: 60 }));
    tell('bench', bench, { type: 'recall.announced', room: id('caucus'), at: new Date(Date.now() + 60_000).toISOString(), people: [me] });
    expect(screen.getByText(/Recalled: home in/)).toBeTruthy();
    menu();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Call off the recall' }));
    await waitFor(() => expect(stage.done[1]).toEqual({ type: 'recall.callOff', room: id('caucus') }));
    tell('bench', bench, { type: 'floor.changed', rooms: [{ room: id('caucus'), kind: 'caucus', name: 'Holly Cabin', party: null, sitting: null, people: [] }] });
    expect(screen.queryByText(/Recalled: home in/)).toBeNull();
  });

  it('RM14_a_word_is_marked_with_whom_it_is_for_until_it_is_taken_note_of', () => {
    const { tell } = open(dayan());
    tell('party', party, { type: 'word.sent', by: mediator, party: egypt, person: null, text: 'Ten more minutes.', language: 'en' });
    expect(screen.getByText('Ten more minutes.')).toBeTruthy();
    const notice = screen.getByText('Ten more minutes.').closest('.word') as HTMLElement;
    expect(notice.textContent).toContain('Carter, mediator, to your delegation');
    fireEvent.click(within(notice).getByRole('button', { name: 'Understood' }));
    expect(screen.queryByText('Ten more minutes.')).toBeNull();
  });

  it('RM14_a_word_says_in_which_language_it_is', async () => {
    const { stage } = open(carter());
    fireEvent.click(screen.getByRole('button', { name: 'A word to all' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('combobox', { name: 'Language' }), { target: { value: 'ar' } });
    fireEvent.input(within(dialog).getByRole('textbox', { name: 'Your word' }), { target: { value: 'عشر دقائق' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'word.send', text: 'عشر دقائق', language: 'ar' }]));
  });

  it('RM12_a_knock_is_answered_by_the_delegation', async () => {
    const { stage, tell } = open(dayan());
    tell('sitting', sitting, { type: 'knocked', room: id('room'), mediator });
    fireEvent.click(screen.getByRole('button', { name: 'Come in' }));
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'knock.answer', sitting, mediator, comeIn: true }));
    tell('sitting', sitting, { type: 'knock.answered', room: id('room'), mediator, comeIn: true });
    expect(screen.queryByRole('button', { name: 'Come in' })).toBeNull();
  });

  it('RM12_what_became_of_a_knock_is_told_to_who_knocked', () => {
    const { tell } = open(carter());
    const home = carter().events.flatMap((e) => (e.body.type === 'bench.opened' ? e.body.floor : [])).find((r) => r.kind === 'home');
    tell('bench', bench, { type: 'knocked', room: home?.room ?? '', mediator });
    expect(screen.getByText(/No answer is no/)).toBeTruthy();
    tell('bench', bench, { type: 'knock.answered', room: home?.room ?? '', mediator, comeIn: false });
    expect(screen.getByText(/: not now\./)).toBeTruthy();
  });

  it('RM12_each_knock_is_told_of_and_each_can_be_put_away_also_one_that_nobody_answered', () => {
    const { tell } = open(carter());
    const knocked: EventBody = { type: 'knocked', room: id('home-e'), mediator };
    const refused: EventBody = { type: 'knock.answered', room: id('home-e'), mediator, comeIn: false };
    const away = (text: RegExp) => fireEvent.click(within(screen.getByText(text).parentElement!).getByRole('button', { name: 'Understood' }));
    for (let time = 0; time < 2; time++) {
      tell('bench', bench, knocked);
      away(/No answer is no/);
      expect(screen.queryByText(/No answer is no/)).toBeNull();
      tell('bench', bench, refused);
      away(/: not now\./);
      expect(screen.queryByText(/: not now\./)).toBeNull();
    }
  });

  it('SI1_a_link_is_shown_as_outside_the_protection_and_is_gone_with_the_sitting', () => {
    const { tell } = open(dayan());
    tell('sitting', sitting, { type: 'link.set', by: mediator, address: 'https://video.example/room' });
    expect(screen.getByRole('link', { name: 'Open the video link of this sitting' }).getAttribute('rel')).toContain('noreferrer');
    expect(screen.getByText('Outside the protection of this system.')).toBeTruthy();
    tell('sitting', id('s-next'), { type: 'sitting.opened', room: id('room'), name: 'Room', kind: 'caucus', people: [me, mediator] });
    expect(screen.queryByText('Outside the protection of this system.')).toBeNull();
  });
});
