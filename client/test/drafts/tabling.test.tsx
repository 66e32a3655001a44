import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftEvent, TakenReply } from '../../src/wire/drafts';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, israel, people } from '../fixtures/camp-david';
import { id, type Log } from '../fixtures/log';
import { open } from '../fixtures/open';

const [circle, draft, proposal, party, bench] = [id('draft-circle'), id('draft'), id('pr'), id('p-israel'), id('bench')];
const later = new Date(Date.now() + 3_600_000).toISOString();
const words = 'The Parties shall meet.';
const hash = createHash('sha256').update(Buffer.from('0a0b', 'hex')).update(words, 'utf8').digest('hex');
const opened: DraftEvent = { type: 'draft.opened', draft, title: 'Sinai', by: id('dayan'), people: people('carter', 'dayan', 'begin', 'sadat'), singleText: false };
const frozen = (number: number, brackets: number): DraftEvent[] => [
  { type: 'version.frozen', draft, number, version: number, by: id('dayan'), at: '2026-09-10T10:00:00Z', brackets, salt: '0a0b', hash, rule: 'confidentialUnlessReleased' },
  { type: 'version.text', draft, number, text: words }];
const from = { circle, offset: 3, hash };
const wouldReceive = (title: string, one = proposal): EventBody[] => [
  { type: 'proposal.offered', proposal: one, title, parties: [egypt, israel], deadline: later }, { type: 'offer.ended', proposal: one, result: 'allAgreed' }];
const submitting: EventBody = { type: 'authorities.set', person: id('dayan'), authorities: ['speak', 'submit'] };
const taken = (text: string): TakenReply => ({ ok: true, taken: { text, brackets: [], people: [], confirm: hash } });

beforeAll(() => {
  // what jsdom lacks of a page that is laid out
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

/** The menu of a frozen version of “Sinai”. */
async function versions(log: Log, brackets = 0) {
  const session = open(log.add('draft', circle, opened, ...frozen(1, brackets)));
  fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
  fireEvent.click(screen.getByRole('button', { name: /^Sinai/ }));
  await screen.findByRole('article', { name: 'Sinai' }, { timeout: 20_000 });
  fireEvent.click(screen.getByText('1 frozen version'));
  fireEvent.keyDown(screen.getByRole('button', { name: 'More for version 1' }), { key: 'Enter' });
  await screen.findByRole('menuitem', { name: 'Compare with another version' });
  return session;
}

const table = () => fireEvent.click(screen.getByRole('menuitem', { name: 'Table as a proposal…' }));
const dialog = () => screen.findByRole('dialog');
const fill = (where: HTMLElement, label: string, value: string) => fireEvent.input(within(where).getByLabelText(label), { target: { value } });

describe('a frozen version as a proposal of the mediators', () => {
  it('PR6_it_is_put_before_the_parties_with_exactly_the_words_that_were_shown', async () => {
    const { stage } = await versions(carter().add('bench', bench, ...wouldReceive('Meeting')));
    stage.takenAnswer = taken(words);
    table();
    const form = await dialog();
    expect((await within(form).findByRole('region', { name: 'Meeting' })).textContent).toContain(words);
    // times on the wire are whole seconds, this one too
    expect(stage.previewed).toMatchObject([{ type: 'proposal.make', proposal, text: '', from, deadline: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) }]);
    expect(within(form).queryByLabelText('Text')).toBeNull();
    expect(form.textContent).toContain('Will be put to Egypt and Israel.');
    fill(form, 'Answers until, day', '2030-01-02');
    fill(form, 'Time', '12:00');
    fireEvent.click(within(form).getByRole('button', { name: 'Make the proposal' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'proposal.make', proposal, text: words, from }]));
  });

  it('PR4_parties_are_asked_first_whether_they_would_receive_one_and_are_told_no_title_of_the_draft', async () => {
    await versions(carter());
    table();
    const form = await dialog();
    expect(form.textContent).toContain('When all would, version 1 of “Sinai” can be chosen as its text.');
    expect(within(form).getByLabelText<HTMLInputElement>('What it would be about').value).toBe('');
  });

  it('PR6_of_several_that_wait_one_is_chosen_and_there_the_text_can_be_chosen_too', async () => {
    const { stage } = await versions(carter().add('bench', bench, ...wouldReceive('Meeting'), ...wouldReceive('Airfields', id('other'))));
    stage.takenAnswer = taken(words);
    table();
    fireEvent.click(within(await dialog()).getByRole('button', { name: 'Airfields' }));
    const form = await dialog();
    const source = await within(form).findByLabelText<HTMLSelectElement>('Where the text comes from');
    expect(source.selectedOptions[0]?.textContent).toMatch(/^Sinai, Version 1, /);
    fireEvent.change(source, { target: { value: '' } });
    fill(form, 'Text', 'Other words.');
    fill(form, 'Answers until, day', '2030-01-02');
    fill(form, 'Time', '12:00');
    fireEvent.click(within(form).getByRole('button', { name: 'Make the proposal' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'proposal.make', proposal: id('other'), text: 'Other words.' }]));
    expect(stage.done[0]).not.toHaveProperty('from');
  });

  it('PR6_with_an_open_bracket_it_is_said_that_none_may_be_open_and_nothing_is_asked', async () => {
    const { stage } = await versions(carter().add('bench', bench, ...wouldReceive('Meeting')), 2);
    table();
    expect((await dialog()).textContent).toContain('2 brackets are open in this version.');
    expect(stage.previewed).toEqual([]);
  });
});

describe('a frozen version as a proposal of a party', () => {
  it('PR6_open_brackets_are_named_and_the_title_is_not_that_of_the_draft', async () => {
    const { stage } = await versions(dayan().add('party', party, submitting), 2);
    stage.takenAnswer = taken('The Parties [shall][should [not]] meet.');
    table();
    const form = await dialog();
    const open = await within(form).findByRole('note');
    expect(open.textContent).toContain('3 brackets stay open in it:');
    expect(within(open).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['[shall]', '[should [not]]']);
    expect(within(form).getByLabelText<HTMLInputElement>('Title').value).toBe('');
    const keep = within(form).getByRole<HTMLButtonElement>('button', { name: 'Keep it, for our delegation alone' });
    expect(keep.disabled).toBe(true);
    fill(form, 'Title', 'Our offer');
    fireEvent.click(keep);
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'partyProposal.write', title: 'Our offer', text: 'The Parties [shall][should [not]] meet.', from }]));
  });

  it('DR4_who_has_not_let_it_go_is_named_and_nothing_is_proposed', async () => {
    const { stage } = await versions(dayan().add('party', party, submitting));
    stage.takenAnswer = { ok: false, refusal: { code: 'not_authorised', sentence: 'You do not hold the authority that this needs.', retry: false, detail: null } };
    table();
    const form = await dialog();
    expect((await within(form).findByRole('alert')).textContent).toBe('Others had a hand in this version. It can be proposed when each of them has let it go: Egypt.');
    fill(form, 'Title', 'Our offer');
    expect(within(form).getByRole<HTMLButtonElement>('button', { name: 'Keep it, for our delegation alone' }).disabled).toBe(true);
  });

  it('PR6_what_is_too_long_is_said_as_the_server_says_it', async () => {
    const { stage } = await versions(dayan().add('party', party, submitting));
    stage.takenAnswer = { ok: false, refusal: { code: 'proposal_too_long', sentence: 'This version is too long for a proposal.', retry: false, detail: null } };
    table();
    expect((await within(await dialog()).findByRole('alert')).textContent).toBe('This version is too long for a proposal.');
  });

  it('PR6_whoever_makes_no_proposals_is_not_offered_it', async () => {
    await versions(dayan());
    expect(screen.queryByRole('menuitem', { name: 'Table as a proposal…' })).toBeNull();
  });
});

describe('whose words a proposal has', () => {
  const made: EventBody = { type: 'proposal.made', proposal, text: words, language: 'en', values: [], deadline: later };

  it('PR6_whoever_has_the_version_sees_that_these_are_its_words', async () => {
    open(dayan().add('party', party, ...wouldReceive('Meeting'), made).add('draft', circle, opened, ...frozen(1, 0)));
    fireEvent.click(screen.getByRole('button', { name: 'Issues' }));
    const card = screen.getByRole('article', { name: 'Meeting' });
    expect(await within(card).findByText(/^These are the words of version 1 of “Sinai”, frozen /)).toBeTruthy();
    expect(within(card).getByText(hash)).toBeTruthy();
  });

  it('PR6_other_words_are_not_said_to_be_of_it_and_without_the_version_nothing_is_said', async () => {
    const { tell } = open(dayan().add('party', party, ...wouldReceive('Meeting'), { ...made, text: `${words} ` }));
    fireEvent.click(screen.getByRole('button', { name: 'Issues' }));
    const card = screen.getByRole('article', { name: 'Meeting' });
    expect(card.textContent).not.toContain('These are the words');
    const other = createHash('sha256').update(Buffer.from('0a0b', 'hex')).update(`${words} `, 'utf8').digest('hex');
    const [second, text] = frozen(2, 0);
    if (second?.type !== 'version.frozen' || !text) throw new Error('nothing was frozen');
    tell('draft', circle, opened, { ...second, hash: other }, text, ...frozen(3, 0));
    // the newest was looked at first
    expect(await within(card).findByText(/^These are the words of version 2 of “Sinai”/)).toBeTruthy();
  });
});
