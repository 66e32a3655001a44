import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/session/reduce';
import { emptyView, type SessionView } from '../../src/session/view';
import { asked, needed, ofMine, progress } from '../../src/statements/clearing';
import type { ItemPublished, StatementWritten } from '../../src/wire/statements';
import { carter, dayan, egypt, hall, israel, self } from '../fixtures/camp-david';
import { id, Log } from '../fixtures/log';

const [table, later, feed] = [id('table'), id('table-2'), id('public')];
const en = { language: 'en', title: 'A framework', text: 'Egypt and Israel have agreed on a framework.' };
const ar = { language: 'ar', title: 'إطار', text: 'اتفقت مصر وإسرائيل على إطار.' };
const written: StatementWritten = { type: 'statement.written', statement: id('st'), kind: 'joint', version: 1, by: id('carter'), texts: [en, ar], authors: [], names: [] };
const view = (log: Log): SessionView => log.events.reduce(reduce, emptyView);
const laid = (log: Log) => log.add('table', table, { type: 'table.opened', without: [] }, written);
const clearings = (...by: { party?: string; person?: string }[]) => by.flatMap((one) => ['en', 'ar'].map((language) => ({ language, ...one })));

describe('statements', () => {
  it('CL1_is_as_it_was_written_and_every_edit_voids_all_clearances_and_the_order_to_publish', () => {
    const log = laid(carter()).add('table', table,
      { type: 'clearances.changed', statement: id('st'), version: 1, cleared: clearings({ party: egypt }, { person: id('vance') }) },
      { type: 'statement.scheduled', statement: id('st'), version: 1, at: '2026-09-17T22:00:00Z' });
    expect(view(log).statements[0]).toMatchObject({ version: 1, at: '2026-09-17T22:00:00Z', relation: null });
    expect(progress(view(log), view(log).statements[0]!)).toEqual({ given: 4, of: 8 });
    log.add('table', table, { ...written, version: 2, by: id('vance'), texts: [en] });
    expect(view(log).statements[0]).toMatchObject({ version: 2, by: id('vance'), texts: [en], cleared: [], at: null });
    expect(view(log).statementNotices.at(-1)).toMatchObject({ type: 'edited', voided: true, title: 'A framework' });
    // a clearance of an earlier version says nothing of this one
    log.add('table', table, { type: 'clearances.changed', statement: id('st'), version: 1, cleared: clearings({ party: israel }) });
    expect(view(log).statements[0]?.cleared).toEqual([]);
  });

  it('CL1_told_again_at_a_new_table_a_text_that_is_known_voids_nothing', () => {
    const log = laid(carter()).add('table', table, { type: 'clearances.changed', statement: id('st'), version: 1, cleared: clearings({ party: egypt }) });
    log.add('table', later, { type: 'table.opened', without: [israel] }, written);
    expect(view(log).table).toBe(later);
    expect(view(log).statements[0]).toMatchObject({ table: later, cleared: clearings({ party: egypt }) });
    expect(view(log).statementNotices).toEqual([]);
  });

  it('CL1_needs_every_party_that_takes_part_every_mediator_third_authors_and_withdrawn_parties_by_list_or_by_name', () => {
    const log = laid(carter()).add('hall', id('hall'), { type: 'person.announced', person: id('guest'), name: 'A guest', role: 'nonParty', party: null });
    const sides = (texts = [en], authors: string[] = [], names: string[] = []) => needed(view(log), { texts, authors, names }).map((one) => one.party ?? one.person);
    expect(sides()).toEqual([egypt, israel, id('carter'), id('vance')]);
    expect(sides([en], [id('guest')])).toEqual([egypt, israel, id('carter'), id('vance'), id('guest')]);
    log.add('hall', id('hall'), { type: 'party.withdrawn', party: israel });
    expect(sides([{ ...en, text: 'Nobody is named.' }])).toEqual([egypt, id('carter'), id('vance')]);
    expect(sides([{ ...en, text: 'With ISRAEL.' }])).toContain(israel);
    expect(sides([{ ...en, text: 'Nobody is named.' }], [], [israel])).toContain(israel);
  });

  it('CL1_those_who_clear_are_named_in_one_order_whatever_their_ids_are', () => {
    const log = laid(hall(self(new Log(), 'carter', 'admitted'))).add('bench', id('bench'), { type: 'bench.opened', number: 1, mediators: [id('vance'), id('carter')], floor: [] });
    expect(needed(view(log), { texts: [en], authors: [id('interp'), id('elbaz')], names: [] }).map((one) => one.party ?? one.person))
      .toEqual([egypt, israel, id('carter'), id('vance'), id('interp'), id('elbaz')]);
  });

  it('CL1_only_a_holder_of_consent_is_asked_for_his_party', () => {
    const log = laid(dayan());
    expect(asked(view(log), view(log).statements[0]!)).toEqual([]);
    log.add('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities: ['consent'] });
    expect(asked(view(log), view(log).statements[0]!)).toEqual([en, ar]);
    log.add('table', table, { type: 'clearances.changed', statement: id('st'), version: 1, cleared: [{ language: 'en', party: israel, person: null }] });
    expect(asked(view(log), view(log).statements[0]!)).toEqual([ar]);
  });

  it('CL1_who_does_not_sit_at_the_table_hears_of_his_own_clearance_alone', () => {
    const log = hall(self(new Log(), 'interp', 'admitted'));
    log.add('person', id('own-interp'), { ...written, authors: [id('interp')] });
    expect(ofMine(view(log))).toHaveLength(1);
    log.add('person', id('own-interp'), { type: 'clearances.changed', statement: id('st'), version: 1, cleared: [{ language: 'en', person: id('interp') }] });
    expect(asked(view(log), view(log).statements[0]!)).toEqual([ar]);
    log.add('person', id('own-interp'), { type: 'statement.dropped', statement: id('st') });
    expect(view(log).statements).toEqual([]);
  });

  it('CL1_what_lies_on_a_table_that_one_has_left_is_asked_of_nobody_who_left', () => {
    const log = laid(dayan()).add('hall', id('hall'), { type: 'party.withdrawn', party: israel });
    // by name it is still his
    expect(ofMine(view(log))).toHaveLength(1);
    log.add('table', table, { ...written, version: 2, texts: [{ ...en, text: 'The parties have agreed.' }] });
    expect(ofMine(view(log))).toEqual([]);
  });

  it('CL2_holds_drops_and_publishes_and_says_so_once', () => {
    const log = laid(carter()).add('table', table,
      { type: 'statement.held', statement: id('st') },
      { type: 'statement.scheduled', statement: id('st'), version: 1, at: '2026-09-17T22:00:00Z' },
      { type: 'statement.held', statement: id('st') },
      { type: 'statement.scheduled', statement: id('st'), version: 1, at: '2026-09-17T22:05:00Z' },
      { type: 'statement.published', statement: id('st'), item: id('it'), at: '2026-09-17T22:05:00Z' },
      { type: 'statement.held', statement: id('st') });
    expect(view(log).statements).toEqual([]);
    expect(view(log).statementNotices.map(({ type }) => type)).toEqual(['scheduled', 'held', 'scheduled', 'published']);
  });
});

describe('the feed', () => {
  const published: ItemPublished = { type: 'item.published', item: id('a'), kind: 'joint', at: '2026-09-17T22:05:00Z', onBehalf: ['Egypt', 'Israel'], texts: [en] };

  it('CL2_a_correction_is_a_new_item_and_a_retraction_leaves_entry_date_and_kind', () => {
    const log = carter().add('public', feed, { type: 'feed.opened', reference: 'IOMed 2026/03' }, published,
      { ...published, item: id('b'), at: '2026-09-18T08:00:00Z', relation: 'correction', about: id('a') },
      { ...published, item: id('c'), at: '2026-09-19T08:00:00Z', texts: [{ ...en, text: 'Published in error.' }], relation: 'retraction', about: id('a') });
    const { items, reference } = view(log).feed!;
    expect(reference).toBe('IOMed 2026/03');
    expect(items.map(({ item, at, retracted, corrects }) => ({ item, at, retracted, corrects }))).toEqual([
      { item: id('a'), at: '2026-09-17T22:05:00Z', retracted: true, corrects: null },
      { item: id('b'), at: '2026-09-18T08:00:00Z', retracted: false, corrects: id('a') },
    ]);
    expect(items[0]?.texts[0]?.text).toBe('Published in error.');
  });
});
