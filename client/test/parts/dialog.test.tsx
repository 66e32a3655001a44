import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from '../../src/parts/Dialog';

afterEach(cleanup);

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>Ask</button>
      {open && <Dialog title="A question" open onClose={() => setOpen(false)}><button type="button">Yes</button><label>Words<textarea /></label><label><input type="checkbox" />Sure</label></Dialog>}
    </>
  );
}

describe('a dialog', () => {
  it('gives the focus back to where one was when it is left', async () => {
    render(<Asking />);
    const ask = screen.getByRole('button', { name: 'Ask' });
    ask.focus();
    fireEvent.click(ask);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Yes' })));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(ask));
  });

  const asked = async () => {
    render(<Asking />);
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    const dialog = await screen.findByRole('dialog');
    await act(() => new Promise((then) => setTimeout(then)));
    return { escape: (how = {}) => fireEvent.keyDown(dialog, { key: 'Escape', ...how }) };
  };
  const beside = () => {
    const veil = document.querySelector('.veil')!;
    fireEvent.pointerDown(veil, { button: 0 });
    fireEvent.click(veil);
  };
  const write = (text: string) => fireEvent.input(screen.getByRole('textbox', { name: 'Words' }), { target: { value: text } });

  it('is_closed_by_a_press_beside_it_and_by_escape_while_nothing_is_written_in_it', async () => {
    await asked();
    fireEvent.click(screen.getByRole('checkbox'));
    beside();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await screen.findByRole('dialog');
    write('a word');
    write('');
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('with_words_in_it_is_closed_by_its_own_buttons_alone', async () => {
    const { escape } = await asked();
    write('Eight thousand letters');
    beside();
    escape();
    await act(() => new Promise((then) => setTimeout(then)));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Words' }).value).toBe('Eight thousand letters');
  });

  it('stays_when_an_input_method_gives_up_a_word', async () => {
    const { escape } = await asked();
    escape({ isComposing: true });
    escape({ keyCode: 229 });
    await act(() => new Promise((then) => setTimeout(then)));
    expect(screen.queryByRole('dialog')).not.toBeNull();
  });
});
