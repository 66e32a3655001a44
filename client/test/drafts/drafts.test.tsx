import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { EditorView } from '@codemirror/view';
import { beforeAll, describe, expect, it } from 'vitest';
import { act } from '@testing-library/react';
import { helloFor } from '../../src/line/cursors';
import type { DraftEvent } from '../../src/wire/drafts';
import { carter, dayan, israel, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';

const [circle, draft] = [id('draft-circle'), id('draft')];
const opened: DraftEvent = { type: 'draft.opened', draft, title: 'Sinai', by: id('dayan'), people: people('carter', 'dayan', 'begin'), singleText: false };
const frozen = (number: number, brackets: number): DraftEvent[] => [
  { type: 'version.frozen', draft, number, version: number, by: id('dayan'), at: '2026-09-10T10:00:00Z', brackets, salt: '00', hash: 'f'.repeat(64), rule: 'confidentialUnlessReleased' },
  { type: 'version.text', draft, number, text: 'The Parties [Israel: shall] meet.' }];

beforeAll(() => {
  // what jsdom lacks of a page that is laid out
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

async function onTable(...bodies: DraftEvent[]) {
  const session = open(dayan().add('draft', circle, opened, ...bodies));
  fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
  fireEvent.click(screen.getByRole('button', { name: /^Sinai/ }));
  const article = await screen.findByRole('article', { name: 'Sinai' }, { timeout: 20_000 });
  await waitFor(() => expect(session.stage.readers.has(circle)).toBe(true));
  act(() => session.stage.readers.get(circle)?.text('## One\n\nThe Parties [Israel: shall][Egypt: should] meet.', 7));
  return { ...session, article };
}

/** Writes a line, which is not stored while `editAnswer` gives no answer. */
async function writing() {
  const session = await onTable();
  session.stage.editAnswer = () => null;
  const editor = () => EditorView.findFromDOM(session.article.querySelector<HTMLElement>('.cm-editor')!)!;
  act(() => editor().dispatch({ changes: { from: 0, insert: 'Mine. ' }, userEvent: 'input' }));
  return { ...session, text: () => editor().state.doc.toString() };
}

const menu = async (name: string | RegExp, item: string) => {
  fireEvent.keyDown(screen.getByRole('button', { name }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};

describe('drafts on the screen', () => {
  it('DR2_the_count_of_open_brackets_is_in_sight_and_brackets_show_whose_words_they_are', async () => {
    const { article, stage } = await onTable();
    expect(within(article).getByText('2 open brackets')).toBeTruthy();
    expect([...article.querySelectorAll('.draft-from')].map((one) => one.textContent?.trim())).toEqual(['Israel:', 'Egypt:']);
    expect([...article.querySelectorAll('.draft-bracket')].map((one) => one.getAttribute('data-party'))).toContain('1');
    act(() => stage.readers.get(circle)?.text('All agreed.', 8));
    expect(within(article).getByText('Clean')).toBeTruthy();
  });

  it('DR4_whose_words_it_began_with_is_said_where_they_are_not_on_the_list', async () => {
    open(dayan().add('draft', circle, { ...opened, hands: null }));
    fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
    fireEvent.click(screen.getByRole('button', { name: /^Sinai/ }));
    await screen.findByRole('article', { name: 'Sinai' }, { timeout: 20_000 });
    expect(screen.queryByText(/It began with words of/)).toBeNull();
    cleanup();
    open(dayan().add('draft', circle, { ...opened, hands: [id('egypt')] }));
    fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
    fireEvent.click(screen.getByRole('button', { name: /^Sinai/ }));
    expect(await screen.findByText('It began with words of Egypt too: to others it goes only when they let it go as well.')).toBeTruthy();
  });

  it('DR1_whoever_only_reads_a_text_comes_to_it_with_the_keyboard', async () => {
    const { article } = await onTable({ type: 'draft.ended', draft, by: id('carter') });
    const text = within(article).getByRole('textbox');
    expect([text.getAttribute('contenteditable'), text.tabIndex]).toEqual(['false', 0]);
  });

  it.each(['Put away', 'Back to the room'])('DR5_words_that_are_not_stored_are_not_lost_by_“%s”_before_one_is_asked', async (way) => {
    const { text } = await writing();
    fireEvent.click(screen.getByRole('button', { name: way }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stay, keep it' }));
    expect(text()).toMatch(/^Mine\. /);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: way }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Go on and lose it' }));
    await waitFor(() => expect(screen.queryByRole('article', { name: 'Sinai' })).toBeNull());
  });

  it('DR5_words_that_are_not_stored_stay_when_a_party_joins_and_its_brackets_are_known', async () => {
    const { article, tell, text, stage } = await writing();
    act(() => stage.readers.get(circle)?.changes([{ by: id('carter'), editor: id('theirs'), change: [8, [0, '[Jordan: may]'], 48] }]));
    tell('hall', id('hall'), { type: 'party.added', party: id('jordan'), name: 'Jordan' });
    expect(text()).toMatch(/^Mine\. ## One\n\n/);
    expect([...article.querySelectorAll('.draft-from')].map((one) => one.textContent?.trim())).toContain('Jordan:');
    expect(within(article).getByText('Storing …')).toBeTruthy();
  });

  it('DR5_words_that_are_not_stored_stay_when_one_may_write_no_more', async () => {
    const { article, tell, text } = await writing();
    tell('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities: ['accept'] });
    expect(text()).toMatch(/^Mine\. /);
    expect(within(article).getByRole('textbox').getAttribute('contenteditable')).toBe('false');
  });

  it('DR5_words_that_are_not_stored_are_kept_to_be_copied_when_the_draft_goes_on_with_others', async () => {
    const { article, tell } = await writing();
    tell('draft', circle, { type: 'draft.ended', draft, by: id('carter') });
    expect((await within(article).findByText(/could not be taken into the text/)).closest('div')?.textContent).toContain('Mine.');
    expect(within(article).getByText('Not everything on screen is stored, and nothing more is taken.')).toBeTruthy();
  });

  it('RM6_whoever_writes_a_draft_is_told_who_comes_in_and_takes_note_of_it_once', async () => {
    const { tell } = await onTable();
    tell('sitting', id('s-next'), { type: 'sitting.opened', room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'begin', 'dayan', 'sadat') });
    tell('sitting', id('s-next'), { type: 'knocked', room: id('caucus'), mediator: id('vance') });
    const table = screen.getByRole('region', { name: 'Drafts on the table' });
    expect(within(table).getByText('Sadat has come in.')).toBeTruthy();
    expect(within(table).getByText(/Vance is at your door/)).toBeTruthy();
    fireEvent.click(within(within(table).getByText('Sadat has come in.').parentElement!).getByRole('button', { name: 'Understood' }));
    expect(screen.queryByText('Sadat has come in.')).toBeNull();
  });

  it('DR1_each_paragraph_has_the_direction_of_its_script', async () => {
    const { article, stage } = await onTable();
    act(() => stage.readers.get(circle)?.text('## One\n\nيقيس الطرفان\n\nThe Parties', 8));
    expect([...article.querySelectorAll<HTMLElement>('.cm-line')].map((line) => line.dir)).toEqual(['ltr', '', 'rtl', '', 'ltr']);
  });

  it('DR1_a_heading_shows_as_one_and_its_signs_only_where_one_writes', async () => {
    const { article } = await onTable();
    expect(article.querySelector('.md-h2')?.textContent).toBe('One');
  });

  it('DR3_the_version_on_screen_is_frozen_and_not_while_anything_is_unsaved', async () => {
    const { stage } = await onTable();
    await menu('More for “Sinai”', 'Freeze this version');
    await waitFor(() => expect(stage.done).toEqual([{ type: 'draft.freeze', draft, circle, version: 7 }]));
  });

  it('DR4_what_others_get_is_shown_and_exactly_that_is_confirmed', async () => {
    const { stage } = await onTable(...frozen(1, 1));
    stage.takenAnswer = { ok: true, taken: { text: 'The Parties [shall] meet.', brackets: [{ start: 12, end: 27, from: ['Israel'] }], people: people('carter', 'dayan', 'sadat'), confirm: 'c0' } };
    fireEvent.click(screen.getByText('1 frozen version'));
    await menu('More for version 1', 'Take it to other people');
    const dialog = await screen.findByRole('dialog');
    expect((await within(dialog).findByRole('article', { name: 'All that they get' })).textContent).toBe('The Parties [shall] meet.');
    expect(within(dialog).getByText(/^They get it: Carter, Sadat and Dayan/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'They get exactly this' }));
    await waitFor(() => expect(stage.done.at(-1)).toMatchObject({ type: 'draft.take', from: circle, offset: 3, attributed: [], confirm: 'c0' }));
  });

  it('DR3_two_versions_are_compared_and_what_changed_is_marked_up_and_not_only_coloured', async () => {
    const { stage } = await onTable(...frozen(1, 1), ...frozen(2, 0));
    stage.compareAnswer = { ok: true, runs: [{ kind: 'kept', text: 'The ' }, { kind: 'removed', text: 'shall' }, { kind: 'added', text: 'should' }] };
    fireEvent.click(screen.getByText('2 frozen versions'));
    await menu('More for version 2', 'Compare with another version');
    const redline = await screen.findByRole('article', { name: 'Redline' });
    expect([redline.querySelector('del')?.textContent, redline.querySelector('ins')?.textContent]).toEqual(['shall', 'should']);
  });

  it('DR4_who_has_it_is_changed_by_whoever_may_and_by_nobody_else', async () => {
    await onTable();
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for “Sinai”' }), { key: 'Enter' });
    await screen.findByRole('menuitem', { name: 'Freeze this version' });
    expect(screen.queryByRole('menuitem', { name: 'Who has it' })).toBeNull();
  });

  it('SI2_a_draft_is_for_those_who_were_on_screen_when_its_title_was_begun_or_for_nobody', async () => {
    const { stage, tell } = open(carter());
    fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
    fireEvent.click(screen.getByRole('button', { name: 'Begin a draft' }));
    const audience = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Who gets it' });
    fireEvent.change(audience(), { target: { value: id('bench') } });
    fireEvent.input(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'What Israel can bear' } });
    tell('bench', id('bench-2'), { type: 'bench.opened', number: 2, mediators: people('carter', 'vance'), floor: [...(stage.snapshot().view.bench?.rooms ?? [])] });
    expect(audience().value).toBe('');
    expect(screen.getByText('Those for whom it was meant are not together any more. Choose anew who gets it.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Begin' }).disabled).toBe(true);
    fireEvent.change(audience(), { target: { value: id('bench-2') } });
    fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'draft.open', for: id('bench-2') }]));
  });

  it('SI2_a_title_begun_for_those_in_the_room_is_not_for_those_who_come_in', () => {
    const { tell } = open(carter());
    fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
    fireEvent.click(screen.getByRole('button', { name: 'Begin a draft' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'Ours' } });
    tell('sitting', id('s-next'), { type: 'sitting.opened', room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'begin', 'dayan', 'sadat') });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Begin' }).disabled).toBe(true);
  });

  it('DR4_a_mediator_opens_a_draft_for_those_in_his_room_and_it_comes_to_the_table', async () => {
    const { stage, tell } = open(carter());
    fireEvent.mouseDown(screen.getByRole('tab', { name: /^Drafts/ }), { button: 0 });
    fireEvent.click(screen.getByRole('button', { name: 'Begin a draft' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'Our text' } });
    fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'draft.open', title: 'Our text' }]));
    const asked = stage.done[0];
    if (asked?.type !== 'draft.open') throw new Error('nothing was opened');
    tell('draft', id('new-circle'), { ...opened, draft: asked.draft, title: 'Our text' });
    expect(await screen.findByRole('article', { name: 'Our text' }, { timeout: 20_000 })).toBeTruthy();
  });

  it('PR5_a_comment_names_the_passage_that_was_selected_and_says_who_reads_it', async () => {
    const { stage, tell, article } = await onTable();
    const view = EditorView.findFromDOM(article.querySelector<HTMLElement>('.cm-editor') ?? article);
    act(() => view?.dispatch({ selection: { anchor: 12, head: 19 } }));
    await menu('More for “Sinai”', 'Comment on the passage');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Parties')).toBeTruthy();
    expect(within(dialog).getByText(/^Read by those of your side who have the draft/)).toBeTruthy();
    fireEvent.input(within(dialog).getByRole('textbox', { name: 'Comment' }), { target: { value: 'Which?' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Make the comment' }));
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'draft.comment', circle, version: 7, from: 12, to: 19, text: 'Which?', language: 'en' }));
    const side = id('remarks');
    tell('remarks', side,
      { type: 'remarks.opened', draft, circle, people: people('dayan', 'begin', 'carter') },
      { type: 'comment.made', draft, version: 7, from: 12, to: 19, words: 'Parties', text: 'Which?', language: 'en', by: id('dayan') });
    expect(within(article).getByText('Which?')).toBeTruthy();
    expect(within(article).getByText('Remarks')).toBeTruthy();
  });

  it('PR5_a_comment_is_answered_and_closed_and_an_answer_opens_it_again', async () => {
    const { stage, tell, article } = await onTable();
    const side = id('remarks');
    tell('remarks', side,
      { type: 'remarks.opened', draft, circle, people: people('dayan', 'begin', 'carter') },
      { type: 'comment.made', draft, version: 7, from: 12, to: 19, words: 'Parties', text: 'Which?', language: 'en', by: id('carter') });
    fireEvent.click(within(article).getByText('Remarks'));
    fireEvent.click(within(article).getByRole('button', { name: 'Answer the comment of Carter' }));
    const form = within(article).getByRole('form', { name: 'Answer the comment of Carter' });
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByRole('textbox', { name: 'Your answer' })));
    fireEvent.input(within(form).getByRole('textbox', { name: 'Your answer' }), { target: { value: 'Both.' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Give the answer' }));
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'comment.answer', remarks: side, offset: 2, text: 'Both.', language: 'en' }));
    tell('remarks', side, { type: 'comment.answered', draft, offset: 2, text: 'Both.', language: 'en', by: id('dayan') });
    expect(within(article).getByText('Both.')).toBeTruthy();
    expect(within(article).queryByRole('form', { name: 'Answer the comment of Carter' })).toBeNull();
    fireEvent.click(within(article).getByRole('button', { name: 'Close the comment of Carter' }));
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'comment.close', remarks: side, offset: 2 }));
    tell('remarks', side, { type: 'comment.closed', draft, offset: 2, by: id('dayan') });
    expect(within(article).getByText('1 closed comment')).toBeTruthy();
    expect(within(article).getByText('Closed by Dayan.')).toBeTruthy();
    expect(within(article).queryByRole('button', { name: 'Close the comment of Carter' })).toBeNull();
    tell('remarks', side, { type: 'comment.answered', draft, offset: 2, text: 'Not so fast.', language: 'en', by: id('carter') });
    expect(within(article).queryByText('1 closed comment')).toBeNull();
  });

  it('PR5_the_passage_of_a_comment_is_shown_where_it_stands_now_and_said_to_be_gone_when_it_is', async () => {
    const { stage, tell, article } = await onTable();
    const view = EditorView.findFromDOM(article.querySelector<HTMLElement>('.cm-editor') ?? article);
    tell('remarks', id('remarks'),
      { type: 'remarks.opened', draft, circle, people: people('dayan', 'begin', 'carter') },
      { type: 'comment.made', draft, version: 7, from: 12, to: 19, words: 'Parties', text: 'Which?', language: 'en', by: id('carter') });
    act(() => stage.readers.get(circle)?.text('Parties to the treaty: the Parties meet.', 8));
    fireEvent.click(within(article).getByText('Remarks'));
    fireEvent.click(within(article).getByRole('button', { name: 'Show in the text' }));
    expect(view?.state.selection.main).toMatchObject({ anchor: 0, head: 7 });
    act(() => stage.readers.get(circle)?.text('The States meet.', 9));
    expect(within(article).getByText('The passage is no longer in the text.')).toBeTruthy();
    expect(within(article).queryByRole('button', { name: 'Show in the text' })).toBeNull();
  });

  it('DR2_a_version_without_an_open_bracket_is_marked_clean_and_one_with_a_bracket_is_not', async () => {
    const { stage, tell, article } = await onTable(...frozen(1, 1), ...frozen(2, 0));
    fireEvent.click(screen.getByText('2 frozen versions'));
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for version 1' }), { key: 'Enter' });
    await screen.findByRole('menuitem', { name: 'Compare with another version' });
    expect(screen.queryByRole('menuitem', { name: 'Mark it clean' })).toBeNull();
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await menu('More for version 2', 'Mark it clean');
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'version.markClean', circle, number: 2 }));
    tell('draft', circle, { type: 'version.markedClean', draft, number: 2, by: id('dayan') });
    expect(within(article).getByText('Clean text')).toBeTruthy();
    expect(within(article).getByText('No bracket is open. Marked as the clean text by Dayan.')).toBeTruthy();
  });

  it('DR2_a_party_agrees_to_the_words_of_the_bracket_around_the_caret', async () => {
    const { stage, tell, article } = await onTable();
    tell('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities: ['speak', 'accept'] });
    const view = EditorView.findFromDOM(article.querySelector<HTMLElement>('.cm-editor') ?? article);
    act(() => view?.dispatch({ selection: { anchor: 45 } }));
    await menu('More for “Sinai”', 'Agree to this wording, for Israel');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('should')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Yes, Israel can' }));
    await waitFor(() => expect(stage.done.at(-1)).toEqual({ type: 'wording.agree', circle, version: 7, from: 43, to: 49 }));
    tell('draft', circle, { type: 'wording.agreed', draft, party: israel, by: id('dayan'), version: 7, from: 43, to: 49, words: 'should' });
    expect(within(article).getByText('Agreed by Israel')).toBeTruthy();
    expect(within(article).getByText('stands in the text')).toBeTruthy();
    act(() => stage.readers.get(circle)?.text('The Parties shall meet.', 8));
    expect(within(article).getByText('no longer in the text')).toBeTruthy();
  });

  it('DL2_a_draft_that_went_on_with_others_is_held_as_ended', async () => {
    const { tell, view } = await onTable();
    tell('draft', circle, { type: 'draft.ended', draft, by: id('carter') });
    expect(helloFor(view()).cursors.some((one) => one.circle === circle)).toBe(false);
    expect(await screen.findByText('It has gone on with other people. This is the text that you had.')).toBeTruthy();
  });
});
