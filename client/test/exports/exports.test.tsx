import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { positionsSheet, proposalSheet, settlementSheet, terminationSheet } from '../../src/exports/sheets';
import { jsonOf, pageOf, type Sheet } from '../../src/exports/sheet';
import type { EventBody } from '../../src/wire/events';
import { dayan, egypt, israel, secretariat } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { airfields, laid, table } from '../positions/board';

const at = '1978-09-17T20:00:00Z';
const [arabic, chinese] = ['تنسحب القوات من المطارات.', '双方同意撤离机场。'];
const put: EventBody = {
  type: 'settlement.put', settlement: id('treaty'), title: 'Framework <b>', parties: [egypt, israel], at, salt: '00', digest: 'ab'.repeat(32),
  texts: [{ language: 'ar', authentic: true, text: arabic }, { language: 'zh', authentic: false, text: chinese }], values: [{ issue: airfields, title: 'Airfields', value: '1982-04-25' }],
};
const signed = (party: string): EventBody => ({ type: 'settlement.signed', settlement: id('treaty'), party, by: id(party), name: 'Somebody', at });
const textOf = (sheet: Sheet) => new DOMParser().parseFromString(pageOf(sheet), 'text/html');

describe('what is taken away', () => {
  it('SG5_a_settlement_holds_every_language_in_its_own_direction_and_is_stamped_until_all_have_signed', () => {
    const { view, tell } = open(laid(dayan()).add('table', table, put, signed(israel)));
    const draft = textOf(settlementSheet(view(), view().settlements[0]!));
    expect(draft.body.textContent).toContain('Without prejudice · not signed by all');
    expect(draft.querySelector('[lang=ar]')?.getAttribute('dir')).toBe('rtl');
    expect(draft.querySelector('[lang=ar]')?.textContent).toBe(arabic);
    expect(draft.querySelector('[lang=zh]')?.textContent).toBe(chinese);
    expect(draft.querySelector('h1')?.textContent).toBe('Framework <b>');
    tell('table', table, signed(egypt));
    const whole = settlementSheet(view(), view().settlements[0]!);
    expect(textOf(whole).body.textContent).not.toContain('prejudice');
    expect(textOf(whole).body.textContent).toContain('ab'.repeat(32));
    expect(JSON.parse(jsonOf(whole))).toMatchObject({ format: 'iom-sessions/settlement-1', stamp: null });
    tell('table', table, { type: 'settlement.voided', settlement: id('treaty'), title: 'Framework <b>', by: id('carter'), signedBy: [israel, egypt], at });
    expect(settlementSheet(view(), view().settlements[0]!).stamp).toBe('Without prejudice · void');
  });

  it('SG5_a_page_runs_nothing_and_loads_nothing_whatever_stands_in_it', () => {
    const page = textOf({ format: 'iom-sessions/proposal-1', title: '"><script>alert(1)</script>', language: 'en" onload="x', stamp: '<i>', parts: [
      { heading: '<img src=x onerror=alert(1)>', language: 'ar" dir="ltr', words: ['</div><script>1</script>'], rows: [['<a>', '<b>']] }] });
    expect(page.querySelectorAll('script, img, i, a, b, [onload], [onerror]').length).toBe(0);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(page.querySelector('.words')?.textContent).toBe('</div><script>1</script>');
  });

  it('SG5_proposals_and_ones_own_positions_are_stamped_and_hold_nothing_of_others', () => {
    const { view } = open(laid(dayan()).add('party', id('p-israel'),
      { type: 'partyProposal.written', proposal: id('ours'), by: id('dayan'), title: 'Sinai', text: chinese, language: 'zh', values: [{ issue: airfields, value: '1982-04-25' }], if: [{ issue: airfields, value: '1981-04-25' }] },
      { type: 'position.taken', position: id('own'), issue: airfields, kind: 'position', by: id('dayan'), value: '1982-04-25', note: 'ours' },
      { type: 'position.shown', position: id('theirs'), issue: airfields, party: egypt, kind: 'position', value: '1979-01-01', level: 'disclosed', note: 'of Egypt' }));
    const proposal = textOf(proposalSheet(view(), view().partyProposals[0]!)).body.textContent ?? '';
    for (const word of ['Without prejudice', chinese, 'Israel goes to', '25 April 1982', 'if the other goes to', '25 April 1981']) expect(proposal).toContain(word);
    const positions = textOf(positionsSheet(view())).body.textContent ?? '';
    for (const word of ['Without prejudice', 'Positions of Israel', '25 April 1982 (ours)']) expect(positions).toContain(word);
    expect(positions).not.toContain('of Egypt');
  });

  it('SG5_the_notice_of_termination_says_how_it_ended_and_holds_nothing_of_what_was_said', () => {
    const { tell, view } = open(laid(dayan()).add('table', table, put));
    expect(screen.queryByRole('group', { name: 'Take away: Notice of termination of the mediation' })).toBeNull();
    for (const outcome of ['settled', 'partlySettled', 'withdrawn', 'noProspect', 'jointDecision', 'lapsed'] as const) {
      tell('hall', id('hall'), { type: 'phase.changed', phase: 'concluded', outcome });
      expect(screen.getByRole('group', { name: 'Take away: Notice of termination of the mediation' })).toBeTruthy();
      const notice = textOf(terminationSheet(view())).body.textContent ?? '';
      expect(notice).toContain(terminationSheet(view()).parts[0]!.rows.find(([name]) => name === 'How it ended')![1]);
      for (const word of ['Egypt, Israel', 'Carter, Vance', 'Opened', 'What was agreed on disclosure']) expect(notice).toContain(word);
      for (const secret of [arabic, 'Airfields', 'airfields', 'Holly Cabin', 'replacement']) expect(notice).not.toContain(secret);
      tell('hall', id('hall'), { type: 'phase.changed', phase: 'open', outcome: null });
    }
  });

  it('SG5_the_secretariat_has_the_notice_too', () => {
    const { view } = open(secretariat().add('hall', id('hall'), { type: 'phase.changed', phase: 'concluded', outcome: 'noProspect' }));
    expect(screen.getByRole('group', { name: 'Take away: Notice of termination of the mediation' })).toBeTruthy();
    expect(textOf(terminationSheet(view())).body.textContent).toContain('No prospect of settlement');
  });
});
