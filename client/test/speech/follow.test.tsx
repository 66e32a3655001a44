import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EventBody } from '../../src/wire/events';
import { dayan } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';

const said = (text: string): EventBody => ({ type: 'said', by: id('begin'), text, language: 'en', rule: 'confidentialUnlessReleased' });

/** A box of 300 px; each utterance is taller than that. */
function inBox() {
  const observing: (() => void)[] = [];
  vi.stubGlobal('ResizeObserver', class {
    constructor(then: () => void) { observing.push(then); }
    observe() {}
    unobserve() {}
    disconnect() {}
  });
  let height = 300;
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(() => height);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) { return this.querySelectorAll('.said').length * 400; });
  const session = open(dayan());
  const box = screen.getByRole('log', { name: /^Said in/ });
  const say = (text: string) => session.tell('sitting', id('s-caucus'), said(text));
  const scrollTo = (top: number) => {
    box.scrollTop = top;
    fireEvent.scroll(box);
  };
  return { box, say, scrollTo, shrink: (to: number) => { height = to; for (const then of observing) then(); } };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a conversation', () => {
  it('SI3_is_followed_also_when_something_long_is_said', async () => {
    const { box, say, scrollTo } = inBox();
    await waitFor(() => expect(box.scrollTop).toBe(box.scrollHeight));
    // as a browser has it, which scrolls no further than there is
    scrollTo(box.scrollHeight - 300);
    say('A long utterance');
    await waitFor(() => expect(box.scrollTop).toBe(box.scrollHeight));
  });

  it('SI3_stays_where_one_reads_when_one_has_gone_back', async () => {
    const { box, say, scrollTo } = inBox();
    await waitFor(() => expect(box.scrollTop).toBe(box.scrollHeight));
    scrollTo(10);
    say('Something new');
    await screen.findByText('Something new');
    expect(box.scrollTop).toBe(10);
    scrollTo(box.scrollHeight - 300);
    say('And more');
    await waitFor(() => expect(box.scrollTop).toBe(box.scrollHeight));
  });

  it('SI3_shows_its_end_when_the_keyboard_of_a_telephone_takes_half_of_it', async () => {
    const { box, shrink } = inBox();
    await waitFor(() => expect(box.scrollTop).toBe(box.scrollHeight));
    box.scrollTop = box.scrollHeight - 300;
    shrink(120);
    expect(box.scrollTop).toBe(box.scrollHeight);
  });
});
