import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { directionOf } from '../../src/statements/direction';
import { feedPath } from '../../src/statements/names';
import { appearance, fullFive, mayAppear } from '../../src/statements/time';
import type { EventBody } from '../../src/wire/events';
import type { Authority } from '../../src/wire/protocol';
import type { ItemPublished, StatementWritten } from '../../src/wire/statements';
import { carter, dayan, egypt, hall as everybody, israel, self } from '../fixtures/camp-david';
import { id, Log } from '../fixtures/log';
import { open } from '../fixtures/open';

const [table, feed, st] = [id('table'), id('public'), id('st')];
const click = (name: string | RegExp, where = panel()) => fireEvent.click(within(where).getByRole('button', { name }));
const tab = () => fireEvent.mouseDown(screen.getByRole('tab', { name: /^Public/ }), { button: 0 });
const panel = () => screen.getByRole('region', { name: 'Public statements' });
const card = (name = 'A framework') => within(panel()).getByRole('article', { name });
const dialog = () => screen.findByRole('dialog');
const en = { language: 'en', title: 'A framework', text: 'Egypt and Israel have agreed.\n\nThey meet again.' };
const ar = { language: 'ar', title: 'إطار', text: 'اتفقت مصر وإسرائيل.' };
const digest = ({ language, title, text }: typeof en) => createHash('sha256').update(`${language}\n${title}\n${text}`, 'utf8').digest('hex');
const written: StatementWritten = { type: 'statement.written', statement: st, kind: 'joint', version: 1, by: id('carter'), texts: [en, ar], authors: [], names: [] };
const laid = (log: Log, what = written) => log.add('table', table, { type: 'table.opened', without: [] }, what);
const accepted = (log: Log) => log.add('hall', id('hall'), { type: 'protocol.accepted', number: 1, party: israel });
const member = (...authorities: Authority[]) => dayan().add('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities });
const everyone = [{ party: egypt }, { party: israel }, { person: id('carter') }, { person: id('vance') }];
const cleared = (by: readonly { party?: string; person?: string }[], languages = ['en', 'ar'], version = 1): EventBody => (
  { type: 'clearances.changed', statement: st, version, cleared: by.flatMap((one) => languages.map((language) => ({ language, ...one }))) });
const item: ItemPublished = { type: 'item.published', item: id('it'), kind: 'mediators', at: '2026-09-17T22:05:00Z', onBehalf: [], texts: [en] };
const answers = (code: string, sentence: string) => () => ({ ok: false as const, refusal: { code, sentence, retry: true } });

afterEach(() => vi.useRealTimers());

describe('clearing', () => {
  it('CL1_clears_the_exact_text_on_screen_in_one_language_for_the_party', async () => {
    const { stage, tell } = open(laid(member('consent')));
    expect(screen.getByText(/^Your clearance is asked for, for Israel: “A framework” \(English and Arabic\)/)).toBeTruthy();
    click('To the statement', screen.getByRole('main'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Public statements'));
    click('Read and clear the Arabic text of “A framework”');
    const asked = await dialog();
    const whole = within(asked).getByRole('article', { name: 'Whole text in Arabic' });
    expect([whole.lang, whole.dir, whole.textContent]).toEqual(['ar', 'rtl', `${ar.title}${ar.text}`]);
    expect(document.activeElement).toBe(whole);
    click('Clear for publication, for Israel', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'statement.clear', statement: st, version: 1, language: 'ar', digest: digest(ar) }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    tell('table', table, cleared([{ party: israel }], ['ar']));
    expect(within(card()).queryByRole('button', { name: /^Read and clear the Arabic/ })).toBeNull();
    expect(within(card()).getByRole('region', { name: 'Arabic' }).textContent).toContain('Cleared by Israel.');
    expect(within(card()).getByRole('region', { name: 'Arabic' }).textContent).toContain('Not yet by Egypt, Carter and Vance.');
    expect(within(card()).getByRole('region', { name: 'English' }).textContent).not.toContain('Cleared by');
    expect(card().textContent).toContain('1 of 8 clearances');
  });

  it('CL1_an_edit_under_the_reader_is_not_cleared_unseen', async () => {
    const { stage, tell } = open(laid(carter()));
    tab();
    click('Read and clear the English text of “A framework”');
    const asked = await dialog();
    tell('table', table, { ...written, version: 2, by: id('vance'), texts: [{ ...en, text: 'Another text.' }] });
    expect(within(asked).getByRole('article').textContent).toBe(`${en.title}${en.text}`);
    expect(within(asked).getByRole<HTMLButtonElement>('button', { name: 'Clear for publication, for yourself' }).disabled).toBe(true);
    click('Show the text as it is now', asked);
    stage.answer = answers('statement_changed', 'The text has been edited meanwhile.');
    click('Clear for publication, for yourself', asked);
    expect(await within(asked).findByText('The text has been edited meanwhile.')).toBeTruthy();
    expect(stage.done).toEqual([{ type: 'statement.clear', statement: st, version: 2, language: 'en', digest: digest({ ...en, text: 'Another text.' }) }]);
    tell('table', table, { type: 'statement.dropped', statement: st });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('“A framework” is not pursued.')).toBeTruthy();
  });

  it('CL1_without_the_authority_one_sees_who_has_cleared_and_has_no_button', () => {
    const { tell } = open(laid(member('speak')));
    tab();
    expect(screen.queryByText(/^Your clearance is asked for/)).toBeNull();
    tell('table', table, cleared([{ party: israel }]));
    expect(within(panel()).queryAllByRole('button')).toEqual([]);
    expect(card().textContent).toContain('Cleared by Israel.');
  });

  it('CL1_a_clearance_is_withdrawn_in_two_steps_which_say_that_the_order_to_publish_ends', async () => {
    const { stage } = open(laid(member('consent')).add('table', table, cleared(everyone),
      { type: 'statement.scheduled', statement: st, version: 1, at: '2026-09-17T22:05:00Z' }));
    tab();
    click('Withdraw clearance', card());
    const asked = await dialog();
    expect(asked.textContent).toContain('and the order to publish with it');
    click('Yes, withdraw the clearance', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'clearance.withdraw', statement: st }]));
  });

  it('CL1_a_guest_who_wrote_part_of_it_clears_for_himself_and_sees_his_own_clearance_alone', async () => {
    const log = everybody(self(new Log(), 'interp', 'admitted')).add('person', id('own-interp'), { ...written, texts: [en], authors: [id('interp')] });
    const { stage, tell } = open(log);
    tab();
    expect(card().textContent).toContain('You have not cleared it yet, for yourself.');
    expect(card().textContent).not.toMatch(/clearances|Egypt has|Not yet by/);
    click('Read and clear the English text of “A framework”');
    click('Clear for publication, for yourself', await dialog());
    await waitFor(() => expect(stage.done).toHaveLength(1));
    tell('person', id('own-interp'), cleared([{ person: id('interp') }], ['en']));
    expect(card().textContent).toContain('You have cleared it, for yourself.');
  });
});

describe('writing', () => {
  it('CL1_puts_a_joint_statement_in_two_languages_and_names_before_whose_clearance_it_needs', async () => {
    const { stage } = open(accepted(member('submit')));
    tab();
    click('Write a statement');
    const form = within(panel()).getByRole('form', { name: 'Write a statement' });
    expect(within(form).getAllByRole('option', { name: /statement|notice|note/i }).map((one) => one.textContent)).toEqual(['Joint statement']);
    click('Add a language', form);
    const [first, second] = within(form).getAllByRole('group') as [HTMLElement, HTMLElement];
    fireEvent.input(within(first).getByLabelText('Headline'), { target: { value: en.title } });
    fireEvent.input(within(first).getByLabelText('Text'), { target: { value: ` ${en.text}\n` } });
    const arabic = within(second).getByLabelText<HTMLTextAreaElement>('Text');
    expect([arabic.dir, arabic.lang]).toEqual(['rtl', 'ar']);
    expect(within(form).getByRole<HTMLButtonElement>('button', { name: 'Put it on the table' }).disabled).toBe(true);
    fireEvent.input(within(second).getByLabelText('Headline'), { target: { value: ar.title } });
    fireEvent.input(arabic, { target: { value: ar.text } });
    expect(form.textContent).toContain('it must be cleared, in each language, by Egypt, Israel, Carter and Vance.');
    click('Put it on the table', form);
    await waitFor(() => expect(stage.done).toEqual([
      { type: 'statement.put', statement: expect.any(String), kind: 'joint', texts: [en, ar], authors: [], names: [] }]));
    await waitFor(() => expect(within(panel()).queryByRole('form')).toBeNull());
  });

  it('CL1_it_can_begin_with_a_frozen_text_without_open_brackets_and_without_the_signs_of_its_looks', async () => {
    const frozen = (number: number, brackets: number): EventBody => ({ type: 'version.frozen', draft: id('draft'), number, version: number, by: id('carter'),
      at: '2026-09-10T10:00:00Z', brackets, salt: '00', hash: 'f'.repeat(64), rule: 'confidentialUnlessReleased' });
    const { stage } = open(carter().add('draft', id('draft-circle'),
      { type: 'draft.opened', draft: id('draft'), title: 'Sinai', by: id('carter'), people: [id('carter')], singleText: false }, frozen(1, 2), frozen(2, 0))
      .add('draft', id('caucus-draft'), { type: 'draft.opened', draft: id('other'), title: 'In caucus', by: id('carter'), people: [id('carter'), id('sadat')], singleText: false },
        { ...frozen(1, 0), draft: id('other') } as EventBody)
      .add('draft', id('joint-draft'), { type: 'draft.opened', draft: id('joint'), title: 'Of all', by: id('carter'), people: [id('carter'), id('sadat'), id('dayan')], singleText: false },
        { ...frozen(1, 0), draft: id('joint') } as EventBody));
    tab();
    click('Write a statement');
    const form = within(panel()).getByRole('form');
    const choice = within(form).getByLabelText('Begin with a frozen text');
    expect(within(choice).getAllByRole('option').map((one) => one.textContent)).toEqual(['Choose a version', 'Sinai, version 2', 'Of all, version 1']);
    fireEvent.change(choice, { target: { value: '0' } });
    await within(form).findByText(/did not answer|no answer/i);
    stage.compareAnswer = { ok: true, runs: [{ kind: 'kept', text: '## One\n\nThe **Parties** meet.\n' }] };
    fireEvent.change(choice, { target: { value: '0' } });
    await waitFor(() => expect(within(form).getByLabelText<HTMLTextAreaElement>('Text').value).toBe('One\n\nThe Parties meet.'));
    click('Put it on the table', form);
    await waitFor(() => expect(stage.done[0]).toMatchObject({ kind: 'joint', texts: [{ language: 'en', title: 'Sinai', text: 'One\n\nThe Parties meet.' }] }));
  });

  it('CL1_a_withdrawn_party_and_a_guest_can_be_named_and_then_have_to_clear_it', async () => {
    const log = carter().add('hall', id('hall'),
      { type: 'person.announced', person: id('guest'), name: 'A neighbour', role: 'nonParty', party: null },
      { type: 'guest.items', person: id('guest'), items: ['Water'] }, { type: 'party.withdrawn', party: israel });
    const { stage } = open(log);
    tab();
    click('Write a statement');
    const form = within(panel()).getByRole('form');
    fireEvent.change(within(form).getByLabelText('Kind'), { target: { value: 'mediators' } });
    fireEvent.input(within(form).getByLabelText('Headline'), { target: { value: 'Water' } });
    fireEvent.input(within(form).getByLabelText('Text'), { target: { value: 'It goes on.' } });
    expect(form.textContent).toContain('by Egypt, Carter and Vance.');
    fireEvent.click(within(form).getByRole('checkbox', { name: 'A neighbour' }));
    fireEvent.click(within(form).getByRole('checkbox', { name: 'Israel' }));
    expect(form.textContent).toContain('by Egypt, Israel, Carter, Vance and A neighbour.');
    click('Put it on the table', form);
    await waitFor(() => expect(stage.done[0]).toMatchObject({ kind: 'mediators', authors: [id('guest')], names: [israel] }));
  });

  it('CL2_a_procedural_notice_has_fixed_words_and_is_of_what_is_so', async () => {
    const { stage, tell } = open(carter());
    tab();
    click('Write a statement');
    const form = within(panel()).getByRole('form');
    fireEvent.change(within(form).getByLabelText('Kind'), { target: { value: 'procedural' } });
    expect(form.textContent).toContain('The public is told that the session is open');
    expect(within(form).queryByLabelText('Text')).toBeNull();
    click('Put it on the table', form);
    await waitFor(() => expect(stage.done[0]).toMatchObject({ kind: 'procedural', fact: 'opened', texts: [] }));
    tell('table', table, { type: 'table.opened', without: [] }, { ...written, kind: 'procedural', texts: [en] });
    expect(within(card()).queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('CL1_says_what_an_edit_voids_and_overwrites_no_edit_unseen', async () => {
    const { stage, tell } = open(laid(carter()).add('table', table, cleared([{ party: egypt }])));
    tab();
    click('Edit', card());
    const form = within(panel()).getByRole('form', { name: 'Edit “A framework”' });
    expect(form.textContent).toContain('The edit voids all 2 clearances that were given.');
    fireEvent.input(within(form).getAllByLabelText('Text')[0]!, { target: { value: 'Mine.' } });
    tell('table', table, { ...written, version: 2, by: id('vance'), texts: [{ ...en, text: 'Theirs.' }] });
    expect(screen.getByText(/“A framework” was edited. All clearances are void/)).toBeTruthy();
    expect(form.textContent).toContain('Vance has edited it meanwhile.');
    expect(within(form).getByRole<HTMLButtonElement>('button', { name: /^Save the edit/ }).disabled).toBe(true);
    click('Begin from the text as it is now', form);
    expect(within(form).getByLabelText<HTMLTextAreaElement>('Text').value).toBe('Theirs.');
    fireEvent.input(within(form).getByLabelText('Text'), { target: { value: 'Ours.' } });
    click('Save the edit', form);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'statement.edit', statement: st, version: 2, texts: [{ ...en, text: 'Ours.' }] }]));
    click('Dismiss', screen.getByRole('main'));
    expect(screen.queryByText(/All clearances are void/)).toBeNull();
  });
});

describe('publishing', () => {
  it('CL2_a_mediator_publishes_what_all_have_cleared_at_the_next_full_five_minutes_or_a_set_time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-17T21:58:40Z') });
    const { stage, tell } = open(laid(accepted(carter())));
    tab();
    expect(within(card()).queryByRole('button', { name: 'Publish' })).toBeNull();
    tell('table', table, cleared(everyone));
    expect(card().textContent).toContain('Cleared by all, in each language');
    click('Publish', card());
    const asked = await dialog();
    const { time, zone } = appearance('2026-09-17T22:00:00Z');
    expect(asked.textContent).toContain(`It appears on ${time} (${zone}).`);
    expect(asked.textContent).toContain('cannot be taken back');
    fireEvent.click(within(asked).getByRole('radio', { name: 'At a set time' }));
    const button = () => within(asked).getByRole<HTMLButtonElement>('button', { name: 'Publish for good' });
    expect(button().disabled).toBe(true);
    fireEvent.input(within(asked).getByLabelText('Day'), { target: { value: '2026-09-19' } });
    fireEvent.input(within(asked).getByLabelText('Appears at'), { target: { value: '10:03' } });
    expect(button().disabled).toBe(true);
    fireEvent.input(within(asked).getByLabelText('Appears at'), { target: { value: '10:05' } });
    const at = `${new Date('2026-09-19T10:05:00').toISOString().slice(0, 16)}:00Z`;
    stage.answer = answers('needs_clearance', 'Not everybody has cleared this exact text.');
    fireEvent.submit(button().form!);
    expect(await within(asked).findByText('Not everybody has cleared this exact text.')).toBeTruthy();
    stage.answer = () => ({ ok: true, answer: null });
    fireEvent.click(within(asked).getByRole('radio', { name: 'At the next full five minutes' }));
    fireEvent.submit(button().form!);
    await waitFor(() => expect(stage.done).toEqual([
      { type: 'statement.publish', statement: st, version: 1, at }, { type: 'statement.publish', statement: st, version: 1 }]));
    tell('table', table, { type: 'statement.scheduled', statement: st, version: 1, at: '2026-09-17T22:00:00Z' });
    expect(card().textContent).toContain(`Becomes public on ${time} (${zone})`);
    click('Hold “A framework”: do not publish it yet', card());
    await waitFor(() => expect(stage.done[2]).toEqual({ type: 'statement.hold', statement: st }));
    tell('table', table, { type: 'statement.held', statement: st });
    expect(screen.getByText('“A framework” is held: it does not become public now.')).toBeTruthy();
    tell('table', table, { type: 'statement.published', statement: st, item: id('it'), at: '2026-09-17T22:05:00Z' });
    expect(screen.getByText('“A framework” is public.')).toBeTruthy();
  });

  it('CL2_drops_in_two_steps', async () => {
    const { stage } = open(laid(carter()));
    tab();
    click('Drop', card());
    click('Yes, drop it', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'statement.drop', statement: st }]));
  });

  it('CL2_what_is_public_is_listed_with_the_page_of_the_public_and_can_be_corrected_or_retracted', async () => {
    const { stage, tell } = open(carter().add('public', feed, { type: 'feed.opened', reference: 'IOM/2026/8' }, item));
    tab();
    expect(within(panel()).getByRole('link', { name: 'The page that the public reads' }).getAttribute('href')).toBe('/feed/IOM/2026/8');
    click('Retract “A framework”');
    const form = within(panel()).getByRole('form', { name: 'Retract “A framework”' });
    expect(within(form).getByLabelText<HTMLSelectElement>('Kind').options).toHaveLength(1);
    fireEvent.input(within(form).getByLabelText('Text'), { target: { value: 'In error.' } });
    click('Put it on the table', form);
    await waitFor(() => expect(stage.done[0]).toMatchObject({
      kind: 'mediators', relation: 'retraction', about: id('it'), texts: [{ language: 'en', title: 'A framework', text: 'In error.' }] }));
    tell('public', feed, { ...item, item: id('it-2'), texts: [{ ...en, text: 'In error.' }], relation: 'retraction', about: id('it') });
    expect(within(panel()).getByText('Retracted')).toBeTruthy();
    expect(within(panel()).queryByRole('button', { name: /^Retract/ })).toBeNull();
  });

  it('CL2_a_member_of_a_party_is_offered_nothing_that_only_mediators_do', () => {
    open(laid(member('submit', 'consent')).add('public', feed, { type: 'feed.opened', reference: 'IOM/2026/8' }, item).add('table', table, cleared(everyone)));
    tab();
    const names = within(panel()).getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent);
    expect(names).toEqual(['Write a statement', 'Withdraw clearance', 'Edit']);
  });

  it('PR_says_when_the_terms_keep_the_session_secret', () => {
    open(carter());
    tab();
    expect(panel().textContent).toContain('The terms in force keep this session secret.');
  });
});

describe('what they rest on', () => {
  it('CL2_times_are_full_five_minutes_in_the_zone_of_the_viewer', () => {
    expect(fullFive(Date.parse('2026-09-17T21:55:00Z'))).toBe('2026-09-17T22:00:00.000Z');
    expect(fullFive(Date.parse('2026-09-17T21:59:59.999Z'))).toBe('2026-09-17T22:00:00.000Z');
    const now = Date.parse('2026-09-17T22:00:00Z');
    expect(['2026-09-17T22:00:00Z', '2026-09-17T22:04:00Z', '2026-09-17T22:05:00Z', '2027-09-19T22:05:00Z'].map((at) => mayAppear(at, now))).toEqual([false, false, true, false]);
    expect(appearance('2026-09-17T22:05:00Z', 'Asia/Hong_Kong')).toEqual({ time: expect.stringContaining('18 September 2026'), zone: 'Hong Kong Standard Time, Asia/Hong Kong' });
  });

  it('knows from which side a language is written', () =>
    expect(['ar', 'he-IL', 'fa', 'az-Arab', 'en', 'zh-Hans', 'ku-Latn', 'uz'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr']));

  it('finds the page of a number with strokes and blanks', () => expect(feedPath('IOMed 2026/03')).toBe('/feed/IOMed%202026/03'));
});
