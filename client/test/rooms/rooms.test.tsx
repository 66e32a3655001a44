import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fitted } from '../../src/arrangements/fitting';
import { apart, reckoned } from '../../src/balance/reckon';
import type { EventBody } from '../../src/wire/events';
import type { Id } from '../../src/wire/protocol';
import { carter, dayan, egypt, israel, people, secretariat, self } from '../fixtures/camp-david';
import { id, Log } from '../fixtures/log';
import { open } from '../fixtures/open';
import { Stage } from '../fixtures/stage';

const [bench, hall] = [id('bench'), id('hall')];
const one = (key: string): Id => id(key);
const quiet = { rooms: [{ room: id('joint'), people: people('vance', 'sadat') }], meetings: [], takenOut: [], firstTime: [], withoutInterpreter: [] };
const menu = async (name: string, item: string) => {
  fireEvent.keyDown(screen.getByRole('button', { name }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};
/** Applies the plan, as soon as it has been previewed. */
const applied = async () => {
  const apply = await screen.findByRole<HTMLButtonElement>('button', { name: 'Apply all' });
  await waitFor(() => expect(apply.disabled).toBe(false));
  fireEvent.click(apply);
};

describe('arrangements that are kept', () => {
  it('RM4_the_floor_is_saved_under_a_name_whole_delegations_as_such_and_nobody_moves', async () => {
    const { stage } = open(carter());
    await menu('Arrangements', 'Save the floor as it is');
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('Name of the arrangement'), { target: { value: 'Opening' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(stage.done).toHaveLength(1));
    expect(stage.done[0]).toMatchObject({ type: 'arrangement.save', name: 'Opening' });
    const moves = (stage.done[0] as { moves: { room: Id | null; people: Id[] }[] }).moves;
    expect(moves.find((move) => move.room === id('caucus'))?.people).toEqual(people('carter', 'begin', 'dayan'));
    expect(moves.find((move) => move.room === null)?.people).toEqual(expect.arrayContaining(people('elbaz', 'weizman')));
  });

  it('RM4_it_is_applied_again_as_a_previewed_plan_that_names_who_is_left_out_and_why', async () => {
    const { stage, tell } = open(carter());
    stage.previewAnswer = { ok: true, consequences: quiet };
    tell('bench', bench, { type: 'arrangement.saved', arrangement: id('a'), name: 'Opening', moves: [
      { room: id('joint'), people: [...people('elbaz', 'weizman', 'tamir', 'gone')], parties: [] }, { room: id('closed'), people: people('rubin'), parties: [] }] });
    await menu('Arrangements', 'Opening');
    const list = (await screen.findByText('Left out of this arrangement')).closest('section') as HTMLElement;
    expect(list.textContent).toContain('el-Baz went home, and comes back only by accepting an invitation');
    expect(list.textContent).toContain('Avraham Tamir is in the lobby');
    expect(list.textContent).toContain('takes part no more');
    expect(list.textContent).toContain('Rubinstein: the room was closed');
    expect(stage.done).toEqual([]);
    await applied();
    await waitFor(() => expect(stage.done).toHaveLength(1));
    expect(stage.done[0]).toMatchObject({ type: 'arrange', moves: [{ room: id('joint'), people: people('weizman'), parties: [] }],
      basis: { people: { [one('weizman')]: id('s-hi') }, rooms: { [id('joint')]: id('s-joint') } } });
  });

  it('RM4_a_party_means_its_delegation_as_it_is_now', () => {
    const view = new Stage(carter().events).snapshot().view;
    const { plan, leftOut } = fitted(view, view.bench?.rooms ?? [], [{ room: id('joint'), people: [], parties: [israel] }]);
    expect([...plan.keys()].toSorted()).toEqual(people('begin', 'dayan', 'weizman', 'rubin').toSorted());
    expect(leftOut).toEqual([]);
  });

  it('RM4_the_last_arrangement_is_put_back_in_one_act', async () => {
    const { stage, tell } = open(carter());
    stage.previewAnswer = { ok: true, consequences: quiet };
    fireEvent.keyDown(screen.getByRole('button', { name: 'Arrangements' }), { key: 'Enter' });
    expect((await screen.findByRole('menuitem', { name: 'Put back as before' })).getAttribute('aria-disabled')).toBe('true');
    tell('bench', bench, { type: 'floor.before', rooms: [{ room: id('joint'), people: people('carter', 'begin', 'dayan') }] });
    fireEvent.click(screen.getByRole('menuitem', { name: 'Put back as before' }));
    await applied();
    await waitFor(() => expect(stage.done[0]).toMatchObject({ type: 'arrange', moves: [{ room: id('joint'), people: people('carter', 'begin', 'dayan') }] }));
    expect(stage.done).toHaveLength(1);
  });

  it('RM4_it_is_renamed_and_forgotten', async () => {
    const { stage, tell } = open(carter());
    tell('bench', bench, { type: 'arrangement.saved', arrangement: id('a'), name: 'Opening', moves: [{ room: id('joint'), people: [], parties: [egypt, israel] }] });
    await menu('Arrangements', 'Rename or forget');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Joint room: Egypt and Israel');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Forget Opening' }));
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'arrangement.forget', arrangement: id('a') }));
    tell('bench', bench, { type: 'arrangement.forgotten', arrangement: id('a') });
    expect(within(dialog).queryByText('Opening')).toBeNull();
  });
});

describe('the time of the parties', () => {
  const told: EventBody = { type: 'time.counted', at: '2026-09-06T13:00:00Z', parties: [
    { party: egypt, mode: 'joint', joint: 600, caucus: 120, waiting: 60 }, { party: israel, mode: 'caucus', joint: 600, caucus: 1_200, waiting: 0 }] };

  it('RM13_is_told_in_words_and_in_a_table_with_what_has_passed_since_by_the_clock_of_the_server', () => {
    vi.setSystemTime(new Date('2026-09-06T13:00:00Z'));
    const { stage, tell } = open(carter());
    tell('bench', bench, told);
    act(() => stage.show({ ahead: 300_000 }));
    const panel = screen.getByRole('region', { name: 'Time of the parties' });
    expect(panel.textContent).toContain('Israel has had 23 minutes more in caucus than Egypt.');
    const rows = within(panel).getAllByRole('row', { hidden: true }).slice(1).map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Egypt', '15 minutes', '2 minutes', '1 minute', 'Joint'], ['Israel', '10 minutes', '25 minutes', 'under a minute', 'In caucus']]);
    vi.useRealTimers();
  });

  it('RM13_what_lasted_less_than_a_minute_is_seen_beside_hours_and_what_was_not_is_not', () => {
    const { tell } = open(carter());
    tell('bench', bench, { type: 'time.counted', at: '2026-09-06T13:00:00Z', parties: [
      { party: egypt, mode: null, joint: 7_200, caucus: 20, waiting: 0 }, { party: israel, mode: null, joint: 7_200, caucus: 0, waiting: 0 }] });
    const least = (mode: string) => [...document.querySelectorAll<HTMLElement>(`.balance-bar [data-mode='${mode}']`)].map((bar) => Number.parseInt(bar.style.minInlineSize || '0', 10));
    expect(least('caucus')).toEqual([5, 0]);
    expect(least('waiting')).toEqual([0, 0]);
  });

  it('RM13_nothing_is_added_while_it_is_not_counted', () => {
    const times = { at: '2026-09-06T13:00:00Z', parties: [{ party: egypt, mode: null, joint: 1, caucus: 2, waiting: 3 }] };
    expect(reckoned(times, Date.parse('2026-09-07T13:00:00Z'))).toEqual(times.parties);
    expect(apart(times.parties)).toBeNull();
  });

  it('RM10_nobody_but_the_mediators_sees_it', () => {
    open(dayan());
    expect(screen.queryByRole('region', { name: 'Time of the parties' })).toBeNull();
  });
});

describe('interpreters', () => {
  it('PE10_the_floor_shows_for_whom_and_who_is_without', () => {
    const { tell } = open(carter());
    tell('hall', hall, { type: 'interpreter.assigned', interpreter: one('interp'), people: people('begin'), party: null, session: false });
    expect(screen.getByText('interprets for Begin')).toBeTruthy();
    expect(screen.getAllByText('without interpreter')).toHaveLength(1);
    tell('hall', hall, { type: 'interpreter.assigned', interpreter: one('interp'), people: people('sadat'), party: null, session: false });
    expect(screen.queryByText('without interpreter')).toBeNull();
    tell('hall', hall, { type: 'person.left', person: one('sadat') });
    expect(screen.queryByText('interprets for Sadat')).toBeNull();
  });

  it('PE10_a_preview_names_who_would_be_without', async () => {
    const { stage } = open(carter());
    stage.previewAnswer = { ok: true, consequences: { ...quiet, withoutInterpreter: people('begin') } };
    fireEvent.click(screen.getByRole('button', { name: 'Plan moves' }));
    await menu('More for Weizman', 'Joint room');
    fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
    const heading = await screen.findByText('Without an interpreter of theirs');
    expect(heading.parentElement?.textContent).toContain('Begin');
  });

  it('PE10_a_mediator_assigns_one_to_people_by_name', async () => {
    const { stage } = open(carter());
    await menu('More for An interpreter', 'Interprets for');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('radio', { name: 'For these people' }));
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Begin' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(stage.done[0]).toEqual({
      type: 'interpreter.assign', interpreter: one('interp'), people: people('begin'), party: null, session: false }));
  });
});

describe('who is with whom', () => {
  const aide = { id: id('aide'), with: one('begin'), name: 'Yechiel Kadishai' };
  const now = (companions: typeof aide[]): EventBody =>
    ({ type: 'sitting.opened', room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'begin', 'dayan'), companions });

  it('PE11_everybody_in_the_room_sees_him_beside_the_name_and_is_told_when_he_comes', () => {
    const { tell } = open(dayan());
    tell('sitting', id('s-with'), now([aide]));
    expect(screen.getByText('with Yechiel Kadishai')).toBeTruthy();
    expect(screen.getByText('4 people can hear what is said here')).toBeTruthy();
    expect(screen.getByText(/Yechiel Kadishai is with Begin now, and hears what is said here\./)).toBeTruthy();
    expect(screen.getByText(/Heard by .*Yechiel Kadishai \(with Begin\)/)).toBeTruthy();
    tell('sitting', id('s-without'), now([]));
    expect(screen.getByText(/Yechiel Kadishai is no longer with Begin\./)).toBeTruthy();
    expect(screen.queryByText('with Yechiel Kadishai')).toBeNull();
  });

  it('PE11_he_gives_the_undertaking_himself_before_he_is_declared', async () => {
    const { stage } = open(dayan());
    fireEvent.click(screen.getByRole('button', { name: 'Somebody is with me' }));
    const dialog = await screen.findByRole('dialog');
    const declare = within(dialog).getByRole('button', { name: 'Declare' }) as HTMLButtonElement;
    fireEvent.input(within(dialog).getByLabelText('His or her name'), { target: { value: 'Meir Rosenne' } });
    expect(declare.disabled).toBe(true);
    fireEvent.click(within(dialog).getByRole('checkbox'));
    fireEvent.click(declare);
    await waitFor(() => expect(stage.done[0]).toMatchObject({ type: 'companion.declare', name: 'Meir Rosenne', text: '2026-1' }));
  });

  it('PE11_in_the_lobby_one_declares_and_ends_it_too', async () => {
    const log = self(new Log(), 'dayan', 'lobby');
    const own = log.events[0]?.circle ?? '';
    const { stage, tell } = open(log);
    tell('person', own, { type: 'companion.declared', companion: aide.id, name: aide.name, with: one('dayan'), text: '2026-1' });
    fireEvent.click(screen.getByRole('button', { name: 'Yechiel Kadishai has gone' }));
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'companion.end', companion: aide.id }));
    tell('person', own, { type: 'companion.ended', companion: aide.id, with: one('dayan') });
    expect(screen.queryByRole('button', { name: 'Yechiel Kadishai has gone' })).toBeNull();
  });

  it('PE11_the_secretariat_sees_him_before_the_hall_is_told_and_until_he_has_gone', () => {
    const { tell } = open(secretariat());
    tell('registry', id('registry'), { type: 'companion.declared', companion: aide.id, name: aide.name, with: one('begin'), text: '2026-1' });
    expect(screen.getAllByText('with Yechiel Kadishai')).toHaveLength(1);
    tell('registry', id('registry'), { type: 'companion.ended', companion: aide.id, with: one('begin') });
    expect(screen.queryByText('with Yechiel Kadishai')).toBeNull();
  });

  it('PE11_the_floor_and_the_secretariat_see_him_with_whom_he_is_until_that_person_has_left', () => {
    for (const log of [carter(), secretariat()]) {
      const { tell } = open(log);
      tell('hall', hall, { type: 'companion.announced', companion: aide.id, name: aide.name, with: one('begin') });
      tell('registry', id('registry'), { type: 'companion.declared', companion: aide.id, name: aide.name, with: one('begin'), text: '2026-1' });
    }
    expect(screen.getAllByText('with Yechiel Kadishai')).toHaveLength(2);
    expect(screen.getAllByText(/Yechiel Kadishai is with Begin\./).length).toBeGreaterThan(0);
  });
});
