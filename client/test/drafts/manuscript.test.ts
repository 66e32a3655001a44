import { ChangeSet, EditorState } from '@codemirror/state';
import { history, undo } from '@codemirror/commands';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clean } from '../../src/drafts/clean';
import { Manuscript } from '../../src/drafts/manuscript';
import type { ChangeJson, EditDraft } from '../../src/wire/drafts';
import { id } from '../fixtures/log';
import { Stage } from '../fixtures/stage';

const [draft, me, other] = [id('draft'), id('me'), id('other')];

/** The server's side of one draft, as far as one editor can tell. */
function open(text = 'The Parties meet.', version = 3) {
  const stage = new Stage([]);
  const manuscript = new Manuscript(stage, draft, me, [history(), clean]);
  manuscript.open(document.body);
  const reader = stage.readers.get(draft);
  if (!reader) throw new Error('it does not follow');
  reader.text(text, version);
  const write = (at: number, words: string) => manuscript.view?.dispatch({ changes: { from: at, insert: words }, userEvent: 'input' });
  const told = (change: ChangeJson, by = other, editor = id('theirs')) => reader.changes([{ by, editor, change }]);
  const back = (edit: EditDraft | undefined) => reader.changes((edit?.changes ?? []).map((change) => ({ by: me, editor: edit?.editor ?? '', change })));
  return { stage, manuscript, reader, write, told, back, text: () => manuscript.view?.state.doc.toString() };
}

const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

describe('a draft in an editor', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('DR1_what_is_typed_goes_out_at_once_and_is_stored_when_it_comes_back', async () => {
    const { stage, manuscript, write, back } = open();
    expect([manuscript.version, manuscript.standing().unsaved]).toEqual([3, 0]);
    write(12, 'shall ');
    expect(stage.edits).toMatchObject([{ circle: draft, version: 3, changes: [[12, [0, 'shall '], 5]] }]);
    expect([manuscript.version, manuscript.standing().unsaved]).toEqual([null, 1]);
    await settle();
    back(stage.edits[0]);
    expect([manuscript.version, manuscript.standing().unsaved]).toEqual([4, 0]);
  });

  it('DR1_what_others_write_comes_in_one_change_at_a_time_beside_what_is_not_stored', async () => {
    const { stage, write, told, back, text } = open();
    write(16, ' in May');
    told([12, [0, 'shall '], 5]);
    told([[0, 'PREAMBLE\n'], 23] as ChangeJson);
    expect(text()).toBe('PREAMBLE\nThe Parties shall meet in May.');
    await settle();
    back({ ...(stage.edits[0] as EditDraft), changes: [[31, [0, ' in May'], 1]] });
    expect(text()).toBe('PREAMBLE\nThe Parties shall meet in May.');
    expect(stage.edits).toHaveLength(1);
  });

  it('DR5_what_is_written_while_the_line_is_lost_stays_is_shown_as_unsaved_and_goes_with_the_same_editor', async () => {
    const { stage, manuscript, reader, write, text } = open();
    stage.editAnswer = () => null;
    write(0, 'One. ');
    await settle();
    reader.line(false);
    write(0, 'Two. ');
    expect([manuscript.standing().unsaved, manuscript.standing().up, text()]).toEqual([2, false, 'Two. One. The Parties meet.']);
    expect(stage.edits).toHaveLength(1);
    stage.editAnswer = () => ({ ok: true, answer: null });
    reader.line(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(stage.edits[1]).toMatchObject({ version: 3, editor: stage.edits[0]?.editor, changes: [[[0, 'One. '], 17], [[0, 'Two. '], 22]] });
  });

  it('DR5_an_edit_that_is_refused_for_good_stays_to_be_copied_and_nothing_more_is_taken', async () => {
    const { stage, manuscript, write } = open();
    stage.editAnswer = () => ({ ok: false, refusal: { code: 'draft_ended', sentence: 'The draft goes on with other people.', retry: false } });
    write(0, 'Mine. ');
    await settle();
    expect(manuscript.standing()).toMatchObject({ problem: 'The draft goes on with other people.', kept: 'Mine.', closed: true });
    expect(manuscript.view?.state.readOnly).toBe(true);
  });

  it('DR5_words_that_do_not_belong_to_the_text_that_comes_are_kept_beside_it', () => {
    const { stage, manuscript, reader, write, text } = open();
    stage.editAnswer = () => null;
    write(0, 'Mine. ');
    reader.text('Another text.', 9);
    expect([text(), manuscript.standing().kept, manuscript.standing().unsaved]).toEqual(['Another text.', 'Mine.', 0]);
    manuscript.putAway();
    expect(manuscript.standing().kept).toBeNull();
  });

  it('DR5_when_a_draft_ends_what_is_not_stored_stays_beside_what_was_kept_before', async () => {
    const { stage, manuscript, reader, write } = open();
    stage.editAnswer = () => null;
    write(0, 'One. ');
    reader.text('Another text.', 9);
    write(0, 'Two. ');
    expect(manuscript.lost).toBe(2);
    manuscript.end();
    expect(manuscript.standing()).toMatchObject({ kept: 'One.\nTwo.', closed: true, problem: null });
    expect([manuscript.view?.state.readOnly, manuscript.lost]).toEqual([true, 1]);
    manuscript.putAway();
    expect(manuscript.lost).toBe(0);
    reader.text('It goes on.', 10);
    expect([manuscript.standing().kept, manuscript.view?.state.readOnly]).toEqual([null, true]);
  });

  it('DR5_a_refusal_for_good_keeps_what_was_kept_before', async () => {
    const { stage, manuscript, reader, write } = open();
    stage.editAnswer = () => null;
    write(0, 'One. ');
    reader.text('Another text.', 9);
    await settle();
    write(0, 'Two. ');
    reader.refused('draft_ended', 'The draft goes on with other people.');
    expect(manuscript.standing()).toMatchObject({ kept: 'One.\nTwo.', closed: true });
  });

  it('OP3_a_long_paste_goes_in_pieces_and_can_be_undone_piece_by_piece', () => {
    const { stage, manuscript, write, text } = open('', 0);
    const long = `${'𐍈'.repeat(12_500)}\n${'x'.repeat(8_000)}`;
    write(0, long);
    expect(text()).toBe(long);
    const view = manuscript.view;
    if (!view) throw new Error('no view');
    stage.editAnswer = () => null;
    expect(stage.edits[0]?.changes.every((change) => JSON.stringify(change).length < 40_000)).toBe(true);
    expect(manuscript.standing().unsaved).toBe(3);
    view.dispatch({ changes: { from: 0, to: long.length }, userEvent: 'delete' });
    expect(text()).toBe('');
    for (let turn = 0; turn < 3; turn++) undo(view);
    expect(text()).toBe(long);
    undo(view);
    expect(text()?.length).toBeLessThan(long.length);
    // no half of a sign anywhere
    expect([...(text() ?? '')].every((sign) => !/^[\ud800-\udfff]$/.test(sign))).toBe(true);
  });

  it('DR1_signs_that_a_draft_may_not_have_are_left_out_of_what_is_pasted', () => {
    const { write, text } = open('', 0);
    write(0, 'a\u0007b\u202ec\td\u000be');
    expect(text()).toBe('abc\tde');
  });

  it('DR1_a_change_that_does_not_fit_is_followed_by_the_text_anew', () => {
    const { stage, told } = open();
    const anew = vi.spyOn(stage.drafts, 'anew');
    told([4, [0, 'x']]);
    expect(anew).toHaveBeenCalledWith(draft);
  });

  it('a thousand changes in any order end as the server ends', () => {
    // another editor's changes against ours, all still unsaved: what we show is the server's text with ours carried over it
    const { manuscript, write, told, text } = open('0123456789', 0);
    let server = EditorState.create({ doc: '0123456789' });
    for (let turn = 0; turn < 300; turn++) {
      const at = (turn * 7) % (server.doc.length + 1);
      const change = ChangeSet.of({ from: at, to: Math.min(at + (turn % 3), server.doc.length), insert: 'ab'.slice(turn % 2) }, server.doc.length);
      server = server.update({ changes: change }).state;
      told(change.toJSON() as ChangeJson);
      if (turn % 50 === 0) write(0, '<');
    }
    expect(text()?.replaceAll('<', '')).toBe(server.doc.toString());
    expect(manuscript.standing().unsaved).toBe(6);
  });
});
