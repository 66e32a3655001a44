import { describe, expect, it } from 'vitest';
import { linesOf, gapOf, overlapOf, paceOf } from '../../src/positions/compare';
import { agenda, cellOf, current, isValue, shown } from '../../src/positions/values';
import { reduce } from '../../src/session/reduce';
import { emptyView, type SessionView } from '../../src/session/view';
import { carter, dayan, egypt, israel } from '../fixtures/camp-david';
import { id, type Log } from '../fixtures/log';
import { airfields, laid, table } from './board';

const view = (log: Log): SessionView => log.events.reduce(reduce, emptyView);
const bench = id('bench');
const party = id('p-israel');

describe('positions', () => {
  it('PO2_ones_own_is_private_until_it_is_raised_and_says_who_has_it', () => {
    const log = laid(dayan()).add('party', party,
      { type: 'position.taken', position: id('a'), issue: airfields, kind: 'position', by: id('dayan'), value: '1982-04-25', note: 'with time to build' },
      { type: 'raise.held', position: id('a'), level: 'disclosed', parties: [egypt], by: id('dayan'), at: '2026-09-07T12:00:10Z' });
    expect(cellOf(view(log), airfields, israel)).toMatchObject([{ level: 'private', party: israel, raise: { level: 'disclosed', parties: [egypt] } }]);
    log.add('party', party, { type: 'raise.recalled', position: id('a') });
    expect(cellOf(view(log), airfields, israel)[0]?.raise).toBeNull();
    log.add('party', party, { type: 'position.raised', position: id('a'), level: 'disclosed', parties: [egypt] });
    const since = cellOf(view(log), airfields, israel)[0]?.at;
    log.add('table', table, { type: 'position.shown', position: id('a'), issue: airfields, party: israel, kind: 'position', value: '1982-04-25', level: 'joint' });
    expect(cellOf(view(log), airfields, israel)).toMatchObject([{ level: 'joint', at: since, parties: [egypt] }]);
    log.add('party', party, { type: 'position.withdrawn', position: id('a') });
    expect(cellOf(view(log), airfields, israel)[0]?.withdrawn).toBe(true);
    expect(current(cellOf(view(log), airfields, israel), 'position')).toBeUndefined();
  });

  it('PO4_for_others_a_position_begins_when_it_reaches_them_and_is_told_once', () => {
    const log = laid(carter()).add('bench', bench,
      { type: 'position.shown', position: id('a'), issue: airfields, party: egypt, kind: 'position', value: '1979-12-01', level: 'disclosed', parties: [israel] });
    const at = log.events.at(-1)!.at;
    log.add('table', table, { type: 'position.shown', position: id('a'), issue: airfields, party: egypt, kind: 'position', value: '1979-12-01', level: 'joint' });
    expect(cellOf(view(log), airfields, egypt)).toMatchObject([{ at, level: 'joint', parties: [israel] }]);
  });

  it('PO1_issues_stand_in_the_order_of_the_agenda_and_an_edit_keeps_status_and_agreements', () => {
    const log = laid(carter()).add('table', table,
      { type: 'issue.set', issue: id('first'), title: 'First', kind: 'yesNo', options: [], parties: [egypt], order: 0 },
      { type: 'issue.statusSet', issue: airfields, status: 'bracketed' },
      { type: 'agreements.changed', issue: airfields, agreements: [{ party: egypt, value: '1982-04-25' }] },
      { type: 'issue.set', issue: airfields, title: 'When the airfields are left', kind: 'date', options: [], parties: [egypt, israel], order: 9, package: 'Sinai' });
    expect(agenda(view(log)).map((one) => one.title)).toEqual(['First', 'Settlements', 'When the airfields are left']);
    expect(view(log).issues[airfields]).toMatchObject({ status: 'bracketed', package: 'Sinai', agreements: [{ party: egypt, value: '1982-04-25' }] });
  });

  it('PO5_gap_pace_and_overlap_are_worked_out_from_what_the_viewer_was_told', () => {
    const show = (key: string, from: string, kind: 'position' | 'reservationValue', value: string) => (
      { type: 'position.shown' as const, position: id(key), issue: id('money'), party: from, kind, value, level: 'confided' as const });
    const log = laid(carter())
      .add('table', table, { type: 'issue.set', issue: id('money'), title: 'Damages', kind: 'amount', unit: 'USD', options: [], parties: [egypt, israel], order: 3 })
      .add('bench', bench, show('1', egypt, 'position', '1500000'), show('2', israel, 'position', '50000'), show('3', egypt, 'position', '900000'), show('4', egypt, 'position', '850000'));
    const issue = view(log).issues[id('money')]!;
    const lines = linesOf(view(log), issue);
    expect(gapOf(lines)).toBe(800_000);
    expect(paceOf(lines[0]!)).toEqual({ moves: 2, moved: 650_000, last: 50_000 });
    expect(overlapOf(view(log), issue)).toBeNull();
    log.add('bench', bench, show('5', egypt, 'reservationValue', '400000'), show('6', israel, 'reservationValue', '500000'));
    expect(overlapOf(view(log), issue)).toEqual({ low: 400_000, high: 500_000, unknown: [] });
    log.add('bench', bench, show('7', israel, 'reservationValue', '300000'));
    expect(overlapOf(view(log), issue)).toEqual({ low: 400_000, high: 300_000, unknown: [] });
  });

  it('PO5_limits_that_were_confided_are_compared_though_another_party_has_confided_none_and_that_is_said', () => {
    const third = id('p-third');
    const show = (key: string, from: string, kind: 'position' | 'reservationValue', value: string) => (
      { type: 'position.shown' as const, position: id(key), issue: id('money'), party: from, kind, value, level: 'confided' as const });
    const log = laid(carter())
      .add('table', table, { type: 'issue.set', issue: id('money'), title: 'Damages', kind: 'amount', unit: 'USD', options: [], parties: [third, israel, egypt], order: 3 })
      .add('bench', bench, show('1', egypt, 'position', '1500000'), show('2', egypt, 'reservationValue', '400000'), show('3', third, 'position', '700000'));
    const issue = view(log).issues[id('money')]!;
    expect(overlapOf(view(log), issue)).toBeNull();
    log.add('bench', bench, show('4', israel, 'position', '50000'), show('5', israel, 'reservationValue', '500000'));
    expect(overlapOf(view(log), issue)).toEqual({ low: 400_000, high: 500_000, unknown: [third] });
    expect(linesOf(view(log), issue).map((one) => one.party).filter((one) => one !== third)).toEqual([egypt, israel]);
  });

  it('PO1_values_are_shown_as_they_were_written_and_checked_as_the_server_does', () => {
    const money = { kind: 'amount', unit: 'USD', options: [] as string[] } as never;
    expect(shown(money, '12345678901234567.50')).toBe('12,345,678,901,234,567.50 USD');
    for (const [value, good] of [['0', true], ['-3', true], ['1.5', true], ['01', false], ['1,5', false], ['1e3', false], ['1.', false]] as const) {
      expect(isValue(money, 'position', value), value).toBe(good);
    }
    expect(isValue({ kind: 'share' } as never, 'position', '100.1')).toBe(false);
    expect(isValue({ kind: 'date' } as never, 'position', '2026-13-01')).toBe(false);
    expect(isValue(money, 'priority', '6')).toBe(false);
  });
});
