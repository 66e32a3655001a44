import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../src/wire/events';
import type { Approval } from '../../src/wire/results';
import { carter, dayan, egypt, israel } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { airfields, laid, settlements, table } from '../positions/board';

const click = (name: string | RegExp, where: HTMLElement = document.body) => fireEvent.click(within(where).getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog');
const agreed = (issue: string, value: string): EventBody[] => [
  { type: 'agreements.changed', issue, agreements: [{ party: egypt, value }, { party: israel, value }] }, { type: 'issue.statusSet', issue, status: 'agreed' }];
const knesset = (standing: Approval['standing'], at?: string): Approval => ({ id: id('knesset'), party: israel, whose: 'the Knesset', until: '2090-09-27T12:00:00Z', standing, ...(at ? { at } : {}) });
const stated = (approval: Approval): EventBody => ({ type: 'result.stated', kind: 'agreed', issues: [airfields, settlements], approvals: [approval] });
const member = (...events: EventBody[]) =>
  laid(dayan()).add('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities: ['speak', 'accept'] }).add('table', table, ...events);

describe('what has been reached', () => {
  it('PO8_a_mediator_states_only_what_is_so_and_to_whose_approval_it_is_subject', async () => {
    const { stage, tell } = open(laid(carter()));
    click('Issues');
    expect(screen.queryByRole('button', { name: 'State what has been reached' })).toBeNull();
    tell('table', table, ...agreed(airfields, '1982-04-25'));
    click('State what has been reached');
    expect(within(await dialog()).getAllByRole('radio').length).toBe(1);
    expect((await dialog()).textContent).toContain('Partial agreement: the issues that are agreed; others are open');
    click('Cancel', await dialog());
    tell('table', table, ...agreed(settlements, 'Leave'));
    click('State what has been reached');
    const form = await dialog();
    expect(form.textContent).toContain('Agreed: every issue that is not put off');
    click('It is subject to an approval at home', form);
    expect(within(form).getByRole<HTMLButtonElement>('button', { name: 'State it at the table' }).disabled).toBe(true);
    fireEvent.change(within(form).getByLabelText('Of which party'), { target: { value: israel } });
    fireEvent.input(within(form).getByLabelText('Whose approval'), { target: { value: 'the Knesset' } });
    fireEvent.input(form.querySelector('input[type=date]')!, { target: { value: '2090-09-27' } });
    click('State it at the table', form);
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'result.state', kind: 'agreed', approvals: [{ party: israel, whose: 'the Knesset' }] }]));
  });

  it('PO8_who_accepts_for_the_party_says_that_its_approval_has_come_and_it_is_shown', async () => {
    const { stage, tell } = open(member(stated(knesset('awaited'))));
    click('Issues');
    const result = screen.getByRole('article', { name: 'Agreed' });
    expect(result.textContent).toContain('(ad referendum)');
    expect(result.textContent).toContain('the Knesset (Israel): awaited');
    click('It has come', result);
    click('It has come', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'approval.settle', approval: id('knesset'), given: true }]));
    tell('table', table, stated(knesset('given', '2090-09-20T12:00:00Z')));
    expect(screen.getByRole('article', { name: 'Agreed' }).textContent).toContain('the Knesset (Israel): has come');
    expect(screen.queryByRole('button', { name: 'It has come' })).toBeNull();
  });

  it('PO8_what_is_void_is_shown_no_more', () => {
    const { tell } = open(member(stated(knesset('awaited'))));
    click('Issues');
    tell('table', table, { type: 'result.voided' }, { type: 'issue.statusSet', issue: airfields, status: 'open' });
    expect(screen.queryByRole('article', { name: 'Agreed' })).toBeNull();
  });
});
