import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { carter, dayan, egypt, israel } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { airfields, laid, settlements, table } from './board';

const click = (name: string | RegExp, where: HTMLElement = document.body) => fireEvent.click(within(where).getByRole('button', { name }));
const board = () => screen.getByRole('main', { name: 'Issues' });
const dialog = () => screen.findByRole('dialog');
const type = (label: string | RegExp, value: string, where: HTMLElement) => fireEvent.input(within(where).getByLabelText(label), { target: { value } });
const member = () => laid(dayan()).add('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities: ['speak', 'submit', 'accept'] });
const row = (name: string) => within(board()).getByRole('rowheader', { name: new RegExp(name) }).closest('tr')!;

describe('the board of a party', () => {
  it('PO2_puts_something_down_for_its_delegation_alone', async () => {
    const { stage } = open(member());
    click('Issues');
    click('Put down: Leaving the airfields', board());
    const asked = await dialog();
    expect(within(asked).getByRole<HTMLButtonElement>('button', { name: /^Keep it/ }).disabled).toBe(true);
    type('Value', '1982-04-25', asked);
    type('Note that goes with it', ' Time to build. ', asked);
    click('Keep it, for our delegation alone', asked);
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'position.take', issue: airfields, kind: 'position', value: '1982-04-25', note: 'Time to build.' }]));
  });

  it('PO2_raising_names_everybody_who_will_see_it_and_it_can_be_recalled_while_it_is_held', async () => {
    const { stage, tell } = open(member().add('party', id('p-israel'),
      { type: 'position.taken', position: id('a'), issue: settlements, kind: 'position', by: id('dayan'), value: 'Stay' }));
    click('Issues');
    expect(row('Settlements').textContent).toContain('StayPrivate');
    click('History: Israel on Settlements', board());
    click('Show to others', await dialog());
    const raise = (await screen.findAllByRole('dialog')).at(-1)!;
    expect(raise.textContent).toContain('Will see it: the mediators.');
    fireEvent.click(within(raise).getByRole('radio', { name: 'Named parties, and the mediators' }));
    expect(within(raise).getByRole<HTMLButtonElement>('button', { name: /^Show it to/ }).disabled).toBe(true);
    fireEvent.click(within(raise).getByRole('checkbox', { name: 'Egypt' }));
    click('Show it to: Egypt and the mediators', raise);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'position.raise', position: id('a'), level: 'disclosed', parties: [egypt] }]));
    tell('party', id('p-israel'), { type: 'raise.held', position: id('a'), level: 'disclosed', parties: [egypt], by: id('dayan'), at: new Date(Date.now() + 9_500).toISOString() });
    // beside what is held, though a dialog covers the rest of the screen
    const history = await dialog();
    expect(history.textContent).toMatch(/Will be shown to Egypt and the mediators in \d+ seconds/);
    // the server rounds up to a whole second; ten were promised
    tell('party', id('p-israel'), { type: 'raise.held', position: id('a'), level: 'disclosed', parties: [egypt], by: id('dayan'), at: new Date(Date.now() + 10_990).toISOString() });
    expect(history.textContent).toContain('in 10 seconds');
    click('Recall', history);
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'raise.recall', position: id('a') }));
  });

  it('PO3_an_interest_can_go_to_the_mediators_and_nowhere_else', async () => {
    open(member().add('party', id('p-israel'), { type: 'position.taken', position: id('a'), issue: settlements, kind: 'interest', by: id('dayan'), value: 'Security' }));
    click('Issues');
    click('History: Israel on Settlements', board());
    click('Show to others', await dialog());
    const raise = (await screen.findAllByRole('dialog')).at(-1)!;
    expect(within(raise).getAllByRole('radio')).toHaveLength(1);
  });

  it('PO4_an_empty_cell_and_a_hidden_one_look_the_same', () => {
    open(member());
    click('Issues');
    expect(within(row('Settlements')).getByLabelText('Egypt on Settlements: nothing that you can see').textContent).toBe('–');
  });

  it('PO7_an_agreement_of_some_is_shown_as_that_and_of_all_as_agreed', async () => {
    const { stage, tell } = open(member().add('table', table, { type: 'agreements.changed', issue: settlements, agreements: [{ party: egypt, value: 'Leave' }] }));
    click('Issues');
    expect(row('Settlements').textContent).toContain('Agreed by Egypt only: Leave');
    click('Agree to a value: Settlements', board());
    click('Agree to “Leave”, for Israel', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'issue.agree', issue: settlements, value: 'Leave' }]));
    tell('table', table,
      { type: 'agreements.changed', issue: settlements, agreements: [{ party: egypt, value: 'Leave' }, { party: israel, value: 'Leave' }] },
      { type: 'issue.statusSet', issue: settlements, status: 'agreed' });
    expect(row('Settlements').textContent).toContain('Agreed by all: Leave');
  });
});

describe('what is put down', () => {
  it('PO1_a_number_that_is_written_otherwise_is_said_to_be_none', async () => {
    open(member().add('table', table, { type: 'issue.set', issue: id('money'), title: 'Damages', kind: 'amount', unit: 'USD', options: [], parties: [egypt, israel], order: 3 }));
    click('Issues');
    click('Put down: Damages', board());
    const asked = await dialog();
    const value = within(asked).getByLabelText('Value (USD)');
    fireEvent.input(value, { target: { value: '1,500' } });
    // not while it is being written
    expect(within(asked).queryByRole('alert')).toBeNull();
    fireEvent.blur(value);
    expect(within(asked).getByRole('alert').textContent).toContain('such as 1500000 or 0.5');
    expect(value.getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(value, { target: { value: '1500' } });
    expect(within(asked).queryByRole('alert')).toBeNull();
  });
});

describe('the board of the mediators', () => {
  it('PO1_puts_an_issue_on_the_agenda_and_sets_its_status', async () => {
    const { stage } = open(laid(carter()));
    click('Issues');
    click('Add an issue', board());
    const asked = await dialog();
    type('Title', 'Damages', asked);
    type('Currency', 'USD', asked);
    click('Put it on the agenda', asked);
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'issue.put', title: 'Damages', kind: 'amount', unit: 'USD', options: [], parties: [egypt, israel], order: 3 }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.change(within(board()).getByLabelText('Status of “Settlements”'), { target: { value: 'deferred' } });
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'issue.status', issue: settlements, status: 'deferred' }));
  });

  it('PO5_the_picture_says_the_gap_in_words_and_has_its_data_as_a_table', async () => {
    open(laid(carter()).add('bench', id('bench'),
      { type: 'position.shown', position: id('a'), issue: airfields, party: egypt, kind: 'position', value: '1979-12-01', level: 'confided' },
      { type: 'position.shown', position: id('b'), issue: airfields, party: israel, kind: 'position', value: '1982-04-25', level: 'disclosed', parties: [egypt] }));
    click('Issues');
    click('Picture of “Leaving the airfields”', board());
    const picture = await dialog();
    // on a page read from the right its names would run over the lines
    expect(within(picture).getByRole('img').getAttribute('direction')).toBe('ltr');
    expect(picture.textContent).toContain('Gap: 876 days It rests on positions that not all parties know.');
    // what was confided is told from what another party knows, in the picture too
    expect(within(picture).getAllByRole('row').map((one) => one.textContent)).toEqual([
      'PartyValueWhen', expect.stringContaining('Egypt1 December 1979 Confided'), expect.stringContaining('Israel25 April 1982 Disclosed'),
    ]);
  });
});
