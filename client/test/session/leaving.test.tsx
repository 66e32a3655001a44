import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Link } from '../../src/app/Link';
import { goAtOnce, usePath } from '../../src/app/route';
import { LineContext } from '../../src/line/context';
import { SessionScreen } from '../../src/session/SessionScreen';
import { dayan } from '../fixtures/camp-david';
import { Stage } from '../fixtures/stage';

const session = `/s/${'0'.repeat(32)}`;
const Page = () => (usePath() === session ? <SessionScreen /> : <p>Elsewhere <Link to={session}>back</Link></p>);

function open() {
  const stage = new Stage(dayan().events);
  render(<LineContext.Provider value={stage}><Page /></LineContext.Provider>);
  return { stage, write: (text: string) => fireEvent.input(screen.getByRole('textbox', { name: /^Say in/ }), { target: { value: text } }) };
}

const home = () => fireEvent.click(screen.getByRole('link', { name: /Mediation sessions/ }));
const back = () => act(() => {
  history.replaceState(null, '', '/house');
  window.dispatchEvent(new PopStateEvent('popstate'));
});
const answer = async (name: string) => fireEvent.click(within(await screen.findByRole('dialog', { name: 'Something of yours would be lost' })).getByRole('button', { name }));

describe('leaving the page within the client', () => {
  beforeEach(() => act(() => goAtOnce(session)));

  it('asks_nothing_when_nothing_would_be_lost', () => {
    open();
    home();
    expect(screen.getByText(/Elsewhere/)).toBeTruthy();
  });

  it.each([['the wordmark', home], ['the way back of the browser', back]])('by_%s_asks_before_words_in_a_composer_are_lost', async (_, leave) => {
    const { write } = open();
    write('Not yet said');
    leave();
    await answer('Stay, keep it');
    expect([location.pathname, screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Say in/, hidden: true }).value]).toEqual([session, 'Not yet said']);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    leave();
    await answer('Go on and lose it');
    expect(screen.getByText(/Elsewhere/)).toBeTruthy();
    expect(location.pathname).toBe(leave === home ? '/' : '/house');
  });

  it('asks_before_words_on_their_way_and_acts_without_an_answer_are_left', async () => {
    const { stage } = open();
    act(() => stage.show({ unsent: 1, unanswered: 1 }));
    home();
    expect((await screen.findByRole('dialog')).textContent).toContain('2 things of yours are not stored');
    act(() => stage.show({ unsent: 0, unanswered: 0 }));
  });
});
