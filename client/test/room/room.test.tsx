import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { LineContext } from '../../src/line/context';
import { SessionScreen } from '../../src/session/SessionScreen';
import type { Command } from '../../src/wire/commands';
import { carter, dayan, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { Stage } from '../fixtures/stage';

const open = () => {
  const log = dayan();
  const stage = new Stage(log.events, people('carter', 'dayan'));
  render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
  const move = (room: string, name: string, ...keys: string[]) => {
    log.add('sitting', id(`s-${room}-${keys.length}`), { type: 'sitting.opened', room: id(room), name, kind: 'joint', people: people(...keys) });
    act(() => stage.tell(...log.events.slice(-1)));
  };
  const area = () => screen.getByRole('textbox', { name: /^Say in/, hidden: true }) as HTMLTextAreaElement;
  const write = (text: string) => fireEvent.input(area(), { target: { value: text } });
  const send = () => fireEvent.keyDown(area(), { key: 'Enter' });
  const said = () => stage.done.filter((c): c is Extract<Command, { type: 'say' }> => c.type === 'say');
  return { stage, move, area, write, send, said };
};

describe('the room', () => {
  it('RM9_shows_everybody_who_can_hear_with_role_and_delegation', () => {
    open();
    expect(screen.getByText('3 people can hear what is said here')).toBeTruthy();
    expect(screen.getAllByRole('heading', { name: 'Israel' }).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Head of delegation').length).toBeGreaterThan(0);
  });

  it('RM9_a_large_company_is_told_by_delegation_and_leaves_place_for_what_is_said', () => {
    const { move } = open();
    move('joint', 'Joint room', 'carter', 'vance', 'sadat', 'kamel', 'elbaz', 'begin', 'dayan', 'weizman', 'rubin', 'interp');
    const company = screen.getByText(/10 people can hear/).closest('details')!;
    expect(company.open).toBe(false);
    expect(within(company).getByText(/^Mediators \(2\), Egypt \(3\), Israel \(4\)/)).toBeTruthy();
    expect(within(company).getByText('el-Baz')).toBeTruthy();
    expect(screen.getByText(/^Heard by 9 people: Mediators \(2\)/)).toBeTruthy();
    expect(screen.getByText('You are now in Joint room with Mediators (2), Egypt (3), Israel (3) and Others (1).')).toBeTruthy();
  });

  it('RM9_beside_the_floor_of_a_laptop_the_list_is_folded_and_those_who_hear_are_named_where_one_writes', () => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(height < 60rem)' }));
    const stage = new Stage(carter().events, []);
    render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
    const company = screen.getByText(/3 people can hear/).closest('details')!;
    expect(company.open).toBe(false);
    expect(within(company).getByText(/^Mediators \(1\) and Israel \(2\)/)).toBeTruthy();
    expect(screen.getByText('Heard by Begin and Dayan')).toBeTruthy();
    vi.unstubAllGlobals();
  });

  it('SI2_words_name_the_sitting_on_screen', async () => {
    const { write, send, said } = open();
    write('A word');
    send();
    await waitFor(() => expect(said()).toMatchObject([{ sitting: id('s-caucus'), text: 'A word' }]));
  });

  it('RM6_a_move_is_told_in_words_at_once_and_stays_until_dismissed', () => {
    const { move } = open();
    move('joint', 'Joint room', 'dayan', 'sadat', 'vance');
    const notice = screen.getByText(/You are now in Joint room with Vance and Sadat/);
    expect(notice.closest('[role="alert"]')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Understood' }));
    expect(screen.queryByText(/You are now in Joint room/)).toBeNull();
  });

  it('SI2_words_begun_in_another_company_are_not_sent_before_one_is_asked', async () => {
    const { move, write, send, said, area } = open();
    write('Between us');
    move('joint', 'Joint room', 'dayan', 'sadat', 'vance');
    expect(area().value).toBe('Between us');
    send();
    expect(said()).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Send to these people' }));
    await waitFor(() => expect(said()).toMatchObject([{ sitting: id('s-joint-3'), text: 'Between us' }]));
  });

  it('SI2_the_link_written_for_one_company_is_not_offered_for_saving_in_the_next', async () => {
    const log = carter();
    const stage = new Stage(log.events, []);
    render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
    fireEvent.click(screen.getByRole('button', { name: 'Telephone or video link' }));
    fireEvent.input(await screen.findByRole('textbox', { name: 'Address or number' }), { target: { value: 'https://meet.example/of-israel' } });
    log.add('sitting', id('s-egypt'), { type: 'sitting.opened', room: id('other'), name: 'Elm', kind: 'caucus', people: people('carter', 'sadat') });
    act(() => stage.tell(...log.events.slice(-1)));
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Telephone or video link' }));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Address or number' })).value).toBe('');
  });

  it('SI2_half_a_word_is_not_said_by_the_key_that_ends_a_composition', async () => {
    const { write, area, said, send } = open();
    write('かんじ');
    fireEvent.keyDown(area(), { key: 'Enter', isComposing: true });
    // Safari: the composition has ended before its key comes
    fireEvent.keyDown(area(), { key: 'Enter', keyCode: 229 });
    expect([said(), area().value]).toEqual([[], 'かんじ']);
    send();
    await waitFor(() => expect(said()).toHaveLength(1));
  });

  it('SI2_a_refusal_keeps_the_text_and_shows_who_is_there_now', async () => {
    const { stage, write, send, said, area } = open();
    stage.answer = (command) =>
      command.type === 'say' && command.sitting === id('s-caucus')
        ? { ok: false, refusal: { code: 'sitting_changed', sentence: 'The people here have changed.', retry: false, detail: {
            room: { room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', sitting: id('s-after'), people: people('dayan', 'carter', 'kamel') } } } }
        : { ok: true, answer: null };
    write('Between us');
    send();
    const dialog = await screen.findByRole('dialog', { name: 'Other people are here now' });
    expect(dialog.textContent).toContain('Kamel');
    expect(area().value).toBe('Between us');
    fireEvent.click(screen.getByRole('button', { name: 'Do not send, keep my text' }));
    expect(area().value).toBe('Between us');
    expect(said()).toHaveLength(1);
  });

  it('SI2_tells_who_had_left_and_did_not_receive_it', async () => {
    const { stage, write, send } = open();
    stage.answer = () => ({ ok: true, answer: { left: people('begin') } });
    write('A word');
    send();
    expect(await screen.findByText('Begin had already left and did not receive this.')).toBeTruthy();
  });

  it('PE5_without_mediators_a_caucus_takes_no_speech_and_says_why', () => {
    const { stage } = open();
    act(() => stage.tell({ kind: 'hall', circle: id('hall'), offset: (stage.snapshot().view.circles[id('hall')]?.offset ?? 0) + 1, hash: '0'.repeat(32), at: '2026-09-06T13:00:00Z', body: { type: 'mediators.absent' } }));
    expect(screen.getByText('No mediator is connected. Speech here is paused until one is back.')).toBeTruthy();
  });

  it('DL3_a_lost_line_says_what_is_not_sent', () => {
    const { stage } = open();
    act(() => stage.show({ line: { at: 'reconnecting', since: Date.now() }, unsent: 2 }));
    expect(screen.getByText('2 not sent, kept here.')).toBeTruthy();
  });

  it('SI4_an_earlier_sitting_is_listed_and_read_whole', async () => {
    open();
    fireEvent.click(screen.getByRole('tab', { name: 'Earlier' }));
    const heading = (await screen.findAllByText(/thing(s)? said/))[0] as HTMLElement;
    const details = heading.closest('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await waitFor(() => expect(details.querySelectorAll('.said').length).toBeGreaterThan(0));
    expect(details.textContent).toContain('This sitting is over.');
  });

  it('ST6_what_an_outline_left_out_is_shown_when_asked_for', async () => {
    const { stage } = open();
    const { view } = stage.snapshot();
    const sitting = view.sittings.at(-1);
    const circle = sitting?.sitting ?? '';
    const held = view.circles[circle];
    if (!sitting || !held) throw new Error('no sitting');
    const newest = sitting.talk.slice(-1);
    act(() => stage.show({ view: {
      ...view,
      circles: { ...view.circles, [circle]: { ...held, told: 2 } },
      sittings: [...view.sittings.slice(0, -1), { ...sitting, sitting: circle, talk: newest }],
    } }));
    cleanup();
    render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
    const before = document.querySelectorAll('.said').length;
    fireEvent.click(screen.getByRole('button', { name: 'Show what was said before' }));
    await waitFor(() => expect(document.querySelectorAll('.said').length).toBe(before + sitting.talk.length - 1));
    expect(screen.queryByRole('button', { name: 'Show what was said before' })).toBeNull();
  });

  it('PE4_a_device_is_shut_out_in_two_steps', async () => {
    const log = dayan().add('person', id('own-dayan'), { type: 'device.opened', device: id('d-2'), person: id('dayan'), label: 'Safari on a phone' });
    const stage = new Stage(log.events);
    render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
    fireEvent.mouseDown(screen.getByRole('tab', { name: /^People/ }), { button: 0 });
    fireEvent.click(within(screen.getByText('Safari on a phone').closest('li')!).getByRole('button', { name: 'Shut out' }));
    const dialog = await screen.findByRole('dialog', { name: 'Shut out “Safari on a phone”?' });
    expect(stage.done).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Shut out' }));
    await waitFor(() => expect(stage.done).toEqual([{ type: 'device.revoke', device: id('d-2') }]));
  });

  it('PE4_signing_out_is_asked_and_says_what_is_lost', async () => {
    const { stage } = open();
    act(() => stage.show({ unsent: 1 }));
    fireEvent.click(screen.getAllByRole('button', { name: 'Sign out' })[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('has not been sent and will be lost');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
