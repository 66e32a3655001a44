import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { redline } from '../../src/partyProposals/redline';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, israel } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { airfields, laid } from '../positions/board';

const [ours, theirs, party, bench] = [id('ours'), id('theirs'), id('p-israel'), id('bench')];
const click = (name: string | RegExp, where: HTMLElement = document.body) => fireEvent.click(within(where).getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog');
const says = { text: 'Leave the airfields by April.', language: 'en', values: [{ issue: airfields, value: '1982-04-25' }] };
const written: EventBody = { type: 'partyProposal.written', proposal: ours, by: id('dayan'), title: 'Sinai', ...says };
const held: EventBody = { type: 'partyProposal.held', proposal: ours, party: israel, title: 'Sinai', ...says, parties: [egypt], openly: false };
const conveyed: EventBody = { type: 'partyProposal.conveyed', proposal: theirs, party: egypt, title: 'From Egypt', ...says };
const stands = (proposal: string, to: string, standing: 'authorised' | 'conveyed' | 'accepted' | 'superseded'): EventBody => ({ type: 'proposalStanding.changed', proposal, party: to, standing });
const digest = createHash('sha256').update(`en\n${says.text}\n${airfields} 1982-04-25`, 'utf8').digest('hex');
const member = (...events: EventBody[]) => laid(dayan()).add('party', party, { type: 'authorities.set', person: id('dayan'), authorities: ['speak', 'submit', 'convey', 'accept'] }, ...events);
const card = (name = 'Sinai') => screen.getByRole('article', { name });

describe('a proposal from party to party', () => {
  it('PR1_is_written_for_the_delegation_handed_to_the_mediators_and_authorised', async () => {
    const { stage, tell } = open(member());
    click('Issues');
    click('Write a proposal');
    const form = await dialog();
    fireEvent.input(within(form).getByLabelText('Title'), { target: { value: 'Sinai' } });
    fireEvent.input(within(form).getByLabelText('Text'), { target: { value: says.text } });
    fireEvent.input(within(form).getAllByLabelText('Value')[0]!, { target: { value: '1982-04-25' } });
    click('Keep it, for our delegation alone', form);
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'partyProposal.write', title: 'Sinai', text: says.text, values: says.values }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    tell('party', party, written);
    click('Hand it to the mediators', card());
    const hand = await dialog();
    expect(within(hand).getByRole<HTMLButtonElement>('button', { name: 'Hand it to the mediators' }).disabled).toBe(true);
    fireEvent.click(within(hand).getByRole('checkbox', { name: 'Egypt' }));
    expect(hand.textContent).toContain('The mediators will have it. It is meant for Egypt.');
    click('Hand it to the mediators', hand);
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'partyProposal.hand', proposal: ours, parties: [egypt], openly: false }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    tell('party', party, held);
    expect(card().textContent).toContain('Egypt: held by the mediators, not to be passed on');
    click('Authorise', card());
    click('They may pass it on to Egypt', await dialog());
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'partyProposal.authorise', proposal: ours }));
  });

  it('PR3_is_answered_in_two_steps_to_exactly_what_stands_on_screen', async () => {
    const { stage, tell } = open(member(conveyed));
    expect(screen.getByText('A proposal of Egypt waits for your answer: “From Egypt”.')).toBeTruthy();
    click('To the issues');
    expect(card('From Egypt').textContent).toContain('Israel: conveyed, no answer yet');
    click('Read and answer', card('From Egypt'));
    const asked = await dialog();
    click('Accept', asked);
    expect(stage.done).toEqual([]);
    click('Confirm for Israel', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'partyProposal.answer', proposal: theirs, digest, yes: true }]));
    tell('party', party, stands(theirs, israel, 'accepted'));
    expect(within(card('From Egypt')).queryByRole('button', { name: 'Read and answer' })).toBeNull();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    click('Rooms');
    expect(screen.queryByText(/waits for your answer/)).toBeNull();
  });

  it('PR2_a_later_one_is_shown_with_what_changed_by_words', () => {
    open(member(conveyed, stands(theirs, israel, 'superseded'),
      { type: 'partyProposal.conveyed', proposal: id('later'), party: egypt, title: 'Later', ...says, text: 'Leave all airfields by May.', values: [{ issue: airfields, value: '1982-05-01' }], instead: theirs }));
    click('Issues');
    const later = card('Later');
    expect([...later.querySelectorAll('del')].map((one) => one.lastChild?.textContent)).toEqual(['the', 'April']);
    expect([...later.querySelectorAll('ins')].map((one) => one.lastChild?.textContent)).toEqual(['all', 'May']);
    expect(later.textContent).toContain('(was 25 April 1982)');
    expect(within(card('From Egypt')).queryByRole('button', { name: /answer|Counter/ })).toBeNull();
  });

  it('PR2_a_mediator_conveys_what_is_authorised_and_nothing_else', async () => {
    const { stage, tell } = open(laid(carter()).add('bench', bench, held));
    click('Issues');
    expect(within(card()).queryByRole('button')).toBeNull();
    tell('bench', bench, stands(ours, egypt, 'authorised'));
    click('Rooms');
    expect(screen.getByText('A proposal of Israel may be passed on: “Sinai”.')).toBeTruthy();
    click('To the issues');
    click('Convey to Egypt', card());
    const asked = await dialog();
    expect(asked.textContent).toContain('they do not learn of each other');
    click('Convey to Egypt', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'partyProposal.convey', proposal: ours, parties: [egypt] }]));
  });

  it('PO6_a_bracket_is_written_with_both_sides_and_meant_for_one_party', async () => {
    const { stage, tell } = open(member());
    click('Issues');
    click('Write a proposal');
    const form = await dialog();
    fireEvent.input(within(form).getByLabelText('Title'), { target: { value: 'Move' } });
    fireEvent.click(within(form).getByLabelText(/conditional bracket/));
    const [goes, asked] = [within(form).getByRole('group', { name: 'We go to' }), within(form).getByRole('group', { name: 'If you go to' })];
    fireEvent.input(within(goes).getAllByLabelText('Value')[0]!, { target: { value: '1982-04-25' } });
    expect(within(form).getByRole<HTMLButtonElement>('button', { name: /Keep it/ }).disabled).toBe(true);
    fireEvent.input(within(asked).getAllByLabelText('Value')[0]!, { target: { value: '1981-04-25' } });
    click('Keep it, for our delegation alone', form);
    await waitFor(() => expect(stage.done).toMatchObject([
      { type: 'partyProposal.write', text: '', values: [{ issue: airfields, value: '1982-04-25' }], if: [{ issue: airfields, value: '1981-04-25' }] }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    tell('party', party, { ...written, text: '', if: [{ issue: airfields, value: '1981-04-25' }] });
    expect(card().textContent).toContain('Conditional bracket.');
    expect(card().textContent).toMatch(/Israel goes to.*25 April 1982.*if the other goes to.*25 April 1981/);
    click('Hand it to the mediators', card());
    const hand = await dialog();
    expect(hand.textContent).toContain('A bracket is for one party.');
    expect(within(hand).queryByLabelText('Recipients learn of each other')).toBeNull();
  });

  it('PO6_a_bracket_is_accepted_for_both_sides_and_says_whose_move_is_next', async () => {
    const asked = [{ issue: airfields, value: '1981-04-25' }];
    const { stage, tell } = open(member({ ...conveyed, if: asked }));
    click('Issues');
    click('Read and answer', card('From Egypt'));
    const shown = await dialog();
    expect(shown.textContent).toContain('both sides are firm at once');
    click('Accept', shown);
    expect(shown.textContent).toContain('Israel GOES where this asks, and Egypt goes where it says.');
    click('Confirm for Israel', shown);
    const named = createHash('sha256').update(`en\n${says.text}\n${airfields} 1982-04-25\nif\n${airfields} 1981-04-25`, 'utf8').digest('hex');
    await waitFor(() => expect(stage.done).toEqual([{ type: 'partyProposal.answer', proposal: theirs, digest: named, yes: true }]));
    expect(card('From Egypt').textContent).not.toContain('firm');
    tell('party', party, stands(theirs, israel, 'accepted'));
    expect(card('From Egypt').textContent).toContain('Both sides are firm. It is for Egypt to move next.');
  });

  it('PR2_words_are_compared_and_both_texts_come_out_whole', () => {
    for (const [before, after] of [['', 'new'], ['old', ''], ['a b c', 'a c d'], ['同意撤军', '同意全部撤军'], ['x', 'x']] as const) {
      const pieces = redline(before, after);
      expect(pieces.filter((one) => one.kind !== 'added').map((one) => one.text).join('')).toBe(before);
      expect(pieces.filter((one) => one.kind !== 'removed').map((one) => one.text).join('')).toBe(after);
    }
  });
});
