import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { helloFor } from '../../src/line/cursors';
import { isTag } from '../../src/talk/LanguageChoice';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, israel, people, self } from '../fixtures/camp-david';
import { id, Log } from '../fixtures/log';
import { open } from '../fixtures/open';

const [me, begin, mediator] = people('dayan', 'begin', 'carter') as [string, string, string];
const sitting = id('s-caucus');
const own = dayan().events.find((e) => e.kind === 'person')?.circle ?? '';
const party = dayan().events.find((e) => e.kind === 'party')?.circle ?? '';
const room = () => screen.getByRole('region', { name: /^Room:/ });
const line = (text: string) => within(room()).getByText(text).closest('li') as HTMLElement;
const said = (by: string, text: string, more: object = {}): EventBody =>
  ({ type: 'said', by, text, language: 'en', rule: 'confidentialUnlessReleased', ...more });
async function choose(text: string, what: string) {
  const button = within(line(text)).getByRole('button', { name: 'What can be done with this' });
  fireEvent.keyDown(button, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: what }));
}

beforeEach(() => sessionStorage.clear());

describe('what belongs to something said', () => {
  it('SI3_one_answers_it_and_the_answer_shows_what_it_answers', async () => {
    const { stage, tell } = open(dayan());
    const offset = tell('sitting', sitting, said(begin, 'When?'));
    await choose('When?', 'Answer this');
    fireEvent.input(within(room()).getByRole('textbox'), { target: { value: 'Tomorrow.' } });
    fireEvent.click(within(room()).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(stage.done[0]).toMatchObject({ type: 'say', sitting, text: 'Tomorrow.', replyTo: offset }));
    tell('sitting', sitting, said(me, 'Tomorrow.', { replyTo: offset }));
    expect(line('Tomorrow.').textContent).toContain('In answer to Begin: When?');
  });

  it('SI3_the_writer_chooses_the_language_and_it_is_shown_as_such', async () => {
    const { stage, tell } = open(dayan());
    fireEvent.change(within(room()).getByLabelText('Language'), { target: { value: 'he' } });
    fireEvent.input(within(room()).getByRole('textbox'), { target: { value: 'מחר' } });
    fireEvent.click(within(room()).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(stage.done[0]).toMatchObject({ text: 'מחר', language: 'he' }));
    tell('sitting', sitting, said(me, 'מחר', { language: 'he' }));
    const words = within(room()).getByText('מחר');
    expect([words.getAttribute('lang'), words.getAttribute('dir')]).toEqual(['he', 'auto']);
    expect(['pt', 'zh-Hant', 'x', '12', 'en us'].map(isTag)).toEqual([true, true, false, false, false]);
  });

  it('SI3_a_rendition_stands_under_what_it_renders_also_when_it_came_late', () => {
    const { stage, tell } = open(dayan());
    const offset = tell('sitting', sitting, said(begin, 'When?'));
    tell('named', id('late'), { type: 'rendered', by: id('interp'), sitting, offset, text: 'متى؟', language: 'ar' });
    expect(line('When?').textContent).toContain('Arabic, rendered by An interpreter');
    expect(within(line('When?')).getByText('متى؟').getAttribute('lang')).toBe('ar');
    const { cursors, closed } = helloFor(stage.snapshot().view);
    expect(cursors.some((cursor) => cursor.circle === id('late'))).toBe(false);
    expect(closed?.count).toBeGreaterThan(0);
  });

  it('SI5_what_an_interpreter_writes_stays_when_the_company_changes_and_renders_what_was_said_before', async () => {
    const log = self(new Log(), 'interp', 'admitted').take(dayan().events.filter((e) => e.kind === 'hall'));
    log.add('sitting', sitting, { type: 'sitting.opened', room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'begin', 'interp') });
    const { stage, tell } = open(log);
    const offset = tell('sitting', sitting, said(begin, 'When?'));
    await choose('When?', 'Render in another language');
    const words = () => within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox', { name: 'Your rendition' });
    fireEvent.input(words(), { target: { value: 'متى؟' } });
    tell('sitting', id('s-next'), { type: 'sitting.opened', room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'begin', 'interp', 'dayan') });
    expect(words().value).toBe('متى؟');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'render', sitting, offset, text: 'متى؟' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('SI5_in_caucus_a_party_marks_what_it_says', async () => {
    const { stage, tell } = open(dayan());
    fireEvent.click(within(room()).getByLabelText('Confidential: no mediator passes it on'));
    fireEvent.input(within(room()).getByRole('textbox'), { target: { value: 'Never say this.' } });
    fireEvent.click(within(room()).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(stage.done[0]).toMatchObject({ text: 'Never say this.', marked: true }));
    tell('sitting', sitting, said(me, 'Never say this.', { marked: true }));
    expect(line('Never say this.').textContent).toContain('Marked confidential');
  });

  it('SI5_who_holds_release_names_recipients_sees_them_again_and_then_it_is_final', async () => {
    const { stage, tell } = open(dayan());
    tell('party', party, { type: 'authorities.set', person: me, authorities: ['speak', 'release'] });
    const offset = tell('sitting', sitting, said(begin, 'We could live with half.'));
    await choose('We could live with half.', 'Release');
    const dialog = await screen.findByRole('dialog');
    expect((within(dialog).getByRole('button', { name: 'Show what this does' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(within(dialog).getByLabelText('Delegation of Egypt'));
    fireEvent.click(within(dialog).getByLabelText('The mediators'));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Show what this does' }));
    const asked = await screen.findByRole('dialog', { name: 'Release these words?' });
    expect(asked.textContent).toContain('Delegation of Egypt and The mediators');
    expect(stage.done).toEqual([]);
    fireEvent.click(within(asked).getByRole('button', { name: 'Release' }));
    await waitFor(() => expect(stage.done).toEqual([{ type: 'release', sitting, offset, parties: [egypt], people: [], bench: true }]));
  });

  it('SI5_a_mediator_is_offered_it_only_under_the_rule_of_its_moment_and_not_when_it_was_marked', async () => {
    const { tell } = open(carter());
    fireEvent.click(screen.getByRole('tab', { name: 'My room' }));
    tell('sitting', sitting, said(begin, 'Strict.'), said(me, 'Open.', { rule: 'disclosableUnlessMarked' }),
      said(begin, 'Marked.', { rule: 'disclosableUnlessMarked', marked: true }));
    await choose('Open.', 'Release');
    fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
    for (const text of ['Strict.', 'Marked.']) {
      fireEvent.keyDown(within(line(text)).getByRole('button', { name: 'What can be done with this' }), { key: 'Enter' });
      const menu = await screen.findByRole('menu');
      expect(within(menu).queryByText('Release')).toBeNull();
      fireEvent.keyDown(menu, { key: 'Escape' });
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    }
  });

  it('SI5_recipients_read_words_source_and_time_and_the_source_reads_who_received_them', () => {
    const { tell } = open(dayan());
    tell('party', party,
      { type: 'released', source: egypt, text: 'The airfields first.', language: 'en', saidAt: '2026-09-06T10:00:00Z', through: 'mediator' },
      { type: 'release.made', by: mediator, source: israel, sitting, offset: 2, parties: [egypt], people: [], bench: false, through: 'mediator' });
    expect(screen.getByText('The airfields first.').closest('li')?.textContent).toContain('Said by Egypt, released by a mediator');
    expect(screen.getByText(/Carter released words of Israel from a caucus. They were given to Delegation of Egypt./)).toBeTruthy();
    tell('person', own, { type: 'released', source: egypt, text: 'For you.', language: 'en', saidAt: '2026-09-06T10:00:00Z', through: 'source' });
    expect(screen.getByText('For you.').closest('.word')?.textContent).toContain('Released to you alone. Released by Egypt.');
  });
});
