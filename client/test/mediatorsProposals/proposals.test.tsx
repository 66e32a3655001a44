import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, israel } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { airfields, laid } from '../positions/board';

const [proposal, party, bench] = [id('pr'), id('p-israel'), id('bench')];
const later = new Date(Date.now() + 3_600_000).toISOString();
const click = (name: string | RegExp, where: HTMLElement = document.body) => fireEvent.click(within(where).getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog');
const offered: EventBody = { type: 'proposal.offered', proposal, title: 'Sinai', parties: [egypt, israel], deadline: later };
const made: EventBody = { type: 'proposal.made', proposal, text: 'Leave by April 1982.', language: 'en', values: [{ issue: airfields, value: '1982-04-25' }], deadline: later };
const all: EventBody = { type: 'offer.ended', proposal, result: 'allAgreed' };
const digest = createHash('sha256').update(`en\nLeave by April 1982.\n${airfields} 1982-04-25`, 'utf8').digest('hex');
const card = () => screen.getByRole('article', { name: 'Sinai' });

describe('a proposal of the mediators, for a party', () => {
  it('PR4_whoever_may_accept_says_in_two_steps_whether_his_party_would_receive_it', async () => {
    const { stage, tell } = open(laid(dayan()).add('party', party, offered));
    click('To the issues');
    click('Say whether we would receive it', card());
    const asked = await dialog();
    click('We would receive it', asked);
    expect(stage.done).toEqual([]);
    expect(asked.textContent).toContain('Israel would receive the proposal. This cannot be changed.');
    click('Back', asked);
    click('We would not', asked);
    click('Confirm for Israel', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'offer.answer', proposal, yes: false }]));
    tell('party', party, { type: 'offer.answered', proposal, by: id('dayan'), yes: false });
    expect(within(card()).queryByRole('button')).toBeNull();
    expect(card().textContent).toContain('Your party has answered: no.');
    tell('party', party, { type: 'offer.ended', proposal, result: 'notAgreed' });
    expect(card().textContent).toContain('Not all would receive it.');
    expect(card().textContent).not.toContain('Egypt:');
  });

  it('PR4_an_answer_names_exactly_what_stands_on_screen', async () => {
    const { stage, tell } = open(laid(dayan()).add('party', party, offered, { type: 'offer.answered', proposal, by: id('dayan'), yes: true }, all, made));
    expect(screen.getByText('A proposal of the mediators waits for your answer: “Sinai”.')).toBeTruthy();
    click('To the issues');
    click('Read and answer', card());
    const asked = await dialog();
    expect(within(asked).getByRole('region', { name: 'Sinai' }).textContent).toBe('Leave by April 1982.Leaving the airfields25 April 1982');
    click('Yes', asked);
    click('Confirm for Israel', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'proposal.answer', proposal, digest, yes: true }]));
    tell('party', party, { type: 'proposal.answered', proposal, by: id('dayan'), yes: true }, { type: 'proposal.ended', proposal, result: 'allAgreed' });
    await waitFor(() => expect(card().textContent).toContain('All agreed.'));
    expect(screen.queryByText(/waits for your answer/)).toBeNull();
  });

  it('PR4_a_yes_to_receiving_it_is_no_yes_to_it_when_all_is_told_at_once', async () => {
    const { stage, tell } = open(laid(dayan()).add('party', party, offered));
    click('To the issues');
    click('Say whether we would receive it', card());
    click('We would receive it', await dialog());
    tell('party', party, { type: 'offer.answered', proposal, by: id('begin'), yes: true }, all, made);
    expect(screen.queryByRole('button', { name: 'Confirm for Israel' })).toBeNull();
    click('Yes', await dialog());
    expect((await dialog()).textContent).not.toContain('would receive the proposal');
    expect(stage.done).toEqual([]);
  });

  it('PR4_what_was_chosen_for_one_question_answers_no_other', async () => {
    const { stage, tell } = open(laid(dayan()).add('party', party, offered));
    click('To the issues');
    click('Say whether we would receive it', card());
    click('We would receive it', await dialog());
    // meanwhile the head of the delegation says so, and it is made
    tell('party', party, { type: 'offer.answered', proposal, by: id('begin'), yes: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    tell('party', party, all, made);
    expect(screen.queryByRole('dialog')).toBeNull();
    click('Read and answer', card());
    click('Yes', await dialog());
    // what was asked is over while one reads: one is told, and nothing is sent
    tell('party', party, { type: 'proposal.ended', proposal, result: 'calledOff' });
    expect((await dialog()).textContent).toContain('It is over. Nothing more can be answered.');
    expect(within(await dialog()).getByRole<HTMLButtonElement>('button', { name: 'Confirm for Israel' }).disabled).toBe(true);
    expect(stage.done).toEqual([]);
  });

  it('PR4_whoever_may_not_accept_reads_it_and_answers_nothing', () => {
    open(laid(dayan()).add('party', party, { type: 'authorities.set', person: id('dayan'), authorities: ['speak'] }, offered, all, made));
    expect(screen.queryByText(/waits for your answer/)).toBeNull();
    click('Issues');
    expect(card().textContent).toContain('Leave by April 1982.');
    expect(within(card()).queryByRole('button')).toBeNull();
  });

  it('PR4_when_its_time_is_over_it_is_answered_no_more', () => {
    open(laid(dayan()).add('party', party, { ...offered, deadline: '2026-01-01T00:00:00Z' }));
    click('Issues');
    expect(card().textContent).toContain('The time to answer is over.');
    expect(within(card()).queryByRole('button')).toBeNull();
  });
});

describe('a proposal of the mediators, for the mediators', () => {
  it('PR4_is_made_when_all_would_receive_it_and_shows_no_answer_before_it_is_over', async () => {
    const { stage, tell } = open(laid(carter()).add('bench', bench, offered));
    click('Issues');
    expect(within(card()).queryByRole('button', { name: 'Make the proposal' })).toBeNull();
    tell('bench', bench, all);
    click('Make the proposal', card());
    const form = await dialog();
    fireEvent.input(within(form).getByLabelText('Text'), { target: { value: 'Leave by April 1982.' } });
    fireEvent.input(within(within(form).getByRole('group', { name: 'Leaving the airfields' })).getByLabelText('Value'), { target: { value: '1982-04-25' } });
    fireEvent.input(within(form).getByLabelText('Answers until, day'), { target: { value: '2030-01-02' } });
    fireEvent.input(within(form).getByLabelText('Time'), { target: { value: '12:00' } });
    expect(form.textContent).toContain('Will be put to Egypt and Israel.');
    click('Make the proposal', form);
    await waitFor(() => expect(stage.done).toMatchObject([
      { type: 'proposal.make', proposal, text: 'Leave by April 1982.', values: [{ issue: airfields, value: '1982-04-25' }], deadline: new Date('2030-01-02T12:00').toISOString().replace('.000', '') },
    ]));
    tell('bench', bench, made);
    expect(within(card()).queryByRole('list')).toBeNull();
    tell('bench', bench, { type: 'proposal.ended', proposal, result: 'notAgreed' },
      { type: 'answers.opened', proposal, answers: [{ party: israel, yes: null }, { party: egypt, yes: true }] });
    // in the order of the board, and whoever looks over a shoulder reads for whom it is
    expect(within(card()).getByRole('list', { name: 'Answers, for the mediators alone' }).textContent).toBe('Egypt: yesIsrael: no answer');
    expect(within(card()).getByText('Answers, for the mediators alone')).toBeTruthy();
  });

  it('PR4_is_called_off_with_the_answers_unseen', async () => {
    const { stage } = open(laid(carter()).add('bench', bench, offered, all, made));
    click('Issues');
    click('Call off', card());
    click('Call off', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'proposal.callOff', proposal }]));
  });

  it('PR4_is_offered_to_named_parties_about_something', async () => {
    const { stage } = open(carter());
    click('Issues');
    click('Offer a proposal');
    const form = await dialog();
    fireEvent.input(within(form).getByLabelText('What it would be about'), { target: { value: 'Sinai' } });
    fireEvent.input(within(form).getByLabelText('Answers until, day'), { target: { value: '2030-01-02' } });
    fireEvent.input(within(form).getByLabelText('Time'), { target: { value: '12:00' } });
    click('Ask Egypt and Israel', form);
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'proposal.offer', title: 'Sinai', parties: [egypt, israel] }]));
  });
});
