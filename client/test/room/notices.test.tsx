import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { carter, dayan, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { laid } from '../positions/board';

/** What is on screen; what is hidden with the rooms is not. */
const shown = (text: string | RegExp) => screen.queryAllByText(text).filter((one) => one.closest('[hidden]') === null);
const toIssues = () => fireEvent.click(screen.getByRole('button', { name: 'Issues' }));

describe('beside the issues one is told what is told in the rooms', () => {
  it('RM6_who_comes_in_and_it_is_taken_note_of_for_the_rooms_too', () => {
    const { tell } = open(laid(dayan()));
    toIssues();
    tell('sitting', id('s-next'), { type: 'sitting.opened', room: id('caucus'), name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'begin', 'dayan', 'sadat') });
    const [told] = shown('Sadat has come in.');
    fireEvent.click(within(told!.parentElement!).getByRole('button', { name: 'Understood' }));
    fireEvent.click(screen.getByRole('button', { name: 'Rooms' }));
    expect(screen.queryByText('Sadat has come in.')).toBeNull();
  });

  it('RM14_RM11_words_and_a_recall_and_what_time_is_left', () => {
    const { tell } = open(laid(dayan()));
    toIssues();
    tell('party', id('p-israel'), { type: 'word.sent', by: id('carter'), party: id('israel'), person: null, text: 'Ten more minutes.', language: 'en' });
    tell('sitting', id('s-caucus'), { type: 'recall.announced', room: id('caucus'), at: new Date(Date.now() + 60_000).toISOString(), people: people('dayan') },
      { type: 'deadline.set', room: id('caucus'), at: new Date(Date.now() + 600_000).toISOString() });
    expect([shown('Ten more minutes.'), shown(/^Recalled: home in/), shown(/10 minutes left/)].map((one) => one.length)).toEqual([1, 1, 1]);
  });

  it('RM12_for_a_mediator_calls_until_one_sees_to_them_and_what_became_of_a_knock', () => {
    const { tell } = open(laid(carter()));
    toIssues();
    tell('registry', id('registry'), { type: 'call.made', call: id('call'), person: id('sadat'), urgency: 'atOnce', text: '' });
    tell('bench', id('bench'), { type: 'knocked', room: id('home-e'), mediator: id('carter') }, { type: 'knock.answered', room: id('home-e'), mediator: id('carter'), comeIn: true });
    expect([shown('Sadat calls the mediators. At once.'), shown('Egypt: you may come in.')].map((one) => one.length)).toEqual([1, 1]);
    tell('registry', id('registry'), { type: 'call.claimed', call: id('call'), by: id('vance') });
    expect(shown('Sadat calls the mediators. At once.')).toEqual([]);
  });
});
