import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/wire/protocol';
import { dayan, israel } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';

/** A holder of *withdraw*, who has opened the dialog and ticked the box. */
async function withdrawing() {
  const opened = open(dayan());
  opened.tell('party', id('israel-circle'), { type: 'authorities.set', person: id('dayan'), authorities: ['withdraw'] });
  fireEvent.click(screen.getByRole('button', { name: 'Withdraw from the mediation', hidden: true }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('checkbox'));
  return { ...opened, dialog, press: () => fireEvent.click(within(dialog).getByRole('button', { name: 'Withdraw Israel' })) };
}

describe('an act over a poor line', () => {
  it('DL4_that_was_not_sent_says_that_nothing_was_done', async () => {
    const { stage, dialog, press } = await withdrawing();
    stage.answer = () => ({ ok: false, refusal: { code: 'no_line', sentence: '', retry: true } });
    press();
    expect(await within(dialog).findByText('There is no connection; nothing was done. Try again when it is back.')).toBeTruthy();
    expect(stage.done).toEqual([{ type: 'party.withdraw', party: israel }]);
  });

  it('DL4_that_was_sent_and_has_no_answer_says_that_to_leave_takes_nothing_back', async () => {
    const { stage, dialog, press } = await withdrawing();
    stage.answer = () => new Promise<Reply>(() => undefined);
    press();
    act(() => stage.show({ unanswered: 1 }));
    const says = 'What you asked for was sent and has no answer yet. It may be done; leaving this takes nothing back.';
    expect(within(dialog).getByText(says)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText(says)).toBeTruthy();
  });

  it('DL4_that_was_refused_late_says_so_on_any_screen_until_it_is_put_away', () => {
    const { stage } = open(dayan());
    act(() => stage.show({ late: [{ id: id('c'), refusal: { code: 'session_concluded', sentence: 'The session is over.', retry: false } }] }));
    const told = screen.getByText('Something that you asked for before was not done. The session is over.');
    fireEvent.click(within(told.parentElement!).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/was not done/)).toBeNull();
  });
});
