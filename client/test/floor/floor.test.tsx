import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LineContext } from '../../src/line/context';
import { SessionScreen } from '../../src/session/SessionScreen';
import type { PreviewReply } from '../../src/wire/protocol';
import { carter, egypt, israel, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { Stage } from '../fixtures/stage';

const consequences = { rooms: [{ room: id('joint'), people: people('vance', 'sadat', 'weizman') }], meetings: [[egypt, israel] as [string, string]], takenOut: people('begin'), firstTime: [], withoutInterpreter: [] };

const open = () => {
  const stage = new Stage(carter().events);
  render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
  return stage;
};

describe('the floor', () => {
  it('RM10_shows_every_room_and_who_is_in_it', () => {
    open();
    for (const room of ['Joint room', 'Holly Cabin', 'Israel', 'Egypt']) expect(screen.getAllByRole('heading', { name: new RegExp(room) }).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: /Weizman Adviser/ })).toBeTruthy();
  });

  it('RM4_a_move_that_brings_parties_together_asks_a_second_time_and_names_them', async () => {
    const stage = open();
    stage.answer = (command) => command.type === 'arrange' && !command.confirm
      ? { ok: false, refusal: { code: 'needs_confirmation', sentence: '', retry: true, detail: { consequences } } }
      : { ok: true, answer: null };
    fireEvent.click(screen.getByRole('button', { name: 'Recall everyone' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Egypt and Israel');
    expect(dialog.textContent).toContain('Begin');
    expect(stage.done).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, move them' }));
    await waitFor(() => expect(stage.done[1]).toMatchObject({ type: 'arrange', confirm: { meetings: [[egypt, israel]], takenOut: people('begin') } }));
  });

  it('PE4_suspending_says_what_it_does_and_says_why_it_was_refused_and_is_not_offered_for_a_mediator', async () => {
    const stage = open();
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for Vance' }), { key: 'Enter' });
    await screen.findByRole('menu');
    expect(screen.queryByRole('menuitem', { name: 'Suspend to the lobby' })).toBeNull();
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for Weizman' }), { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Suspend to the lobby' }));
    const dialog = await screen.findByRole('dialog', { name: 'Suspend Weizman to the lobby?' });
    expect(stage.done).toEqual([]);
    stage.answer = () => ({ ok: false, refusal: { code: 'not_found', sentence: 'He is not here any more.', retry: false } });
    fireEvent.click(screen.getByRole('button', { name: 'Suspend to the lobby' }));
    await waitFor(() => expect(dialog.textContent).toContain('He is not here any more.'));
    expect(stage.done).toEqual([{ type: 'person.suspend', person: id('weizman') }]);
  });

  it('RM5_of_two_mediators_the_slower_is_told_what_changed', async () => {
    const stage = open();
    stage.answer = () => ({ ok: false, refusal: { code: 'floor_changed', sentence: 'The floor has changed.', retry: false, detail: { rooms: [
      { room: id('joint'), kind: 'joint', name: 'Joint room', party: null, sitting: id('x'), people: people('sadat') }] } } });
    fireEvent.click(screen.getByRole('button', { name: 'Recall everyone' }));
    expect(await screen.findByText('Joint room is now: Sadat')).toBeTruthy();
  });

  it('RM4_a_plan_moves_nobody_before_it_is_applied_and_is_previewed_first', async () => {
    const stage = open();
    stage.previewAnswer = { ok: true, consequences };
    fireEvent.click(screen.getByRole('button', { name: 'Plan moves' }));
    const apply = screen.getByRole('button', { name: 'Apply all' }) as HTMLButtonElement;
    expect(apply.disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByRole('button', { name: 'Apply all' })).toBeNull();
    expect(stage.done).toEqual([]);
  });

  it('RM5_a_preview_of_an_earlier_plan_that_comes_late_lets_no_other_be_applied', async () => {
    const stage = open();
    const answers: ((reply: PreviewReply) => void)[] = [];
    stage.previewAnswer = () => new Promise((answer) => answers.push(answer));
    const told = (at: number) => act(async () => {
      answers[at]?.({ ok: true, consequences });
      await new Promise((then) => setTimeout(then));
    });
    const send = async (to: string) => {
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
      fireEvent.keyDown(screen.getByRole('button', { name: 'More for Weizman' }), { key: 'Enter' });
      fireEvent.click(await screen.findByRole('menuitem', { name: to }));
    };
    fireEvent.click(screen.getByRole('button', { name: 'Plan moves' }));
    await send('Joint room');
    fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
    await send('Holly Cabin');
    await told(0);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply all' }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
    await told(1);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply all' }).disabled).toBe(false);
  });

  it('RM5_a_plan_is_applied_on_the_floor_that_was_previewed_not_on_a_later_one', async () => {
    const stage = open();
    stage.previewAnswer = { ok: true, consequences };
    fireEvent.click(screen.getByRole('button', { name: 'Plan moves' }));
    const menu = screen.getByRole('button', { name: 'More for Weizman' });
    fireEvent.keyDown(menu, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Joint room' }));
    fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
    await screen.findByText('These parties would meet');
    act(() => stage.tell({ kind: 'bench', circle: id('bench'), offset: 4, hash: 'e'.repeat(32), at: '2026-09-06T13:00:00Z', body: { type: 'floor.changed', rooms: [
      { room: id('joint'), kind: 'joint', name: 'Joint room', party: null, sitting: id('s-later'), people: people('vance', 'sadat') }] } }));
    fireEvent.click(screen.getByRole('button', { name: 'Apply all' }));
    await waitFor(() => expect(stage.done[0]).toMatchObject({ basis: { rooms: { [id('joint')]: id('s-joint') } } }));
  });

  it('RM1_rooms_made_for_a_plan_go_with_it_when_it_is_discarded', async () => {
    const stage = open();
    let at = 3;
    stage.answer = (command) => {
      if (command.type === 'room.make') {
        stage.tell({ kind: 'bench', circle: id('bench'), offset: ++at, hash: 'e'.repeat(32), at: '2026-09-06T13:00:00Z', body: {
          type: 'room.made', room: command.room, kind: 'caucus', name: command.name, party: null } });
      }
      return { ok: true, answer: null };
    };
    fireEvent.keyDown(screen.getByRole('button', { name: 'Into caucuses' }), { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Plan it first' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    const made = stage.done.flatMap((c) => (c.type === 'room.make' ? [c.room] : []));
    expect(made.length).toBeGreaterThan(0);
    expect(stage.done.flatMap((c) => (c.type === 'room.close' ? [c.room] : []))).toEqual(made);
  });

  it('PE3_the_lobby_is_admitted_one_by_one_or_by_party', async () => {
    const stage = open();
    fireEvent.click(screen.getAllByRole('button', { name: 'Admit', hidden: true })[0] as HTMLElement);
    await waitFor(() => expect(stage.done[0]).toMatchObject({ type: 'person.admit' }));
  });
});
