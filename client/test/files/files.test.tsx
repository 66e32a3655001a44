import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineContext } from '../../src/line/context';
import { SessionScreen } from '../../src/session/SessionScreen';
import type { Command } from '../../src/wire/commands';
import { dayan, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { Stage } from '../fixtures/stage';

/** An upload on its way, answered by the test. */
class Sent {
  static all: Sent[] = [];
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  status = 0;
  response: unknown = null;
  responseType = '';
  path = '';
  headers: Record<string, string> = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  aborted = false;
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send() {
    Sent.all.push(this);
  }
  abort() {
    this.aborted = true;
    this.onabort?.();
  }
  async answer(status: number, response: unknown) {
    [this.status, this.response] = [status, response];
    await act(async () => this.onload?.());
  }
}

const open = () => {
  const log = dayan();
  const stage = new Stage(log.events, people('carter', 'dayan'));
  render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
  const area = () => screen.getByRole('textbox', { name: /^Say in/ });
  const form = () => area().closest('form')!;
  const attach = (name = 'annex.pdf', size = 5) => {
    const file = new File(['%PDF-'], name);
    Object.defineProperty(file, 'size', { value: size });
    fireEvent.change(form().querySelector('input[type=file]')!, { target: { files: [file] } });
  };
  const send = () => fireEvent.keyDown(area(), { key: 'Enter' });
  const said = () => stage.done.filter((c): c is Extract<Command, { type: 'say' }> => c.type === 'say');
  const move = (room: string, ...keys: string[]) => {
    log.add('sitting', id(`s-${room}-${keys.length}`), { type: 'sitting.opened', room: id(room), name: room, kind: 'caucus', people: people(...keys) });
    act(() => stage.tell(...log.events.slice(-1)));
  };
  return { log, stage, area, form, attach, send, said, move };
};

describe('files', () => {
  beforeEach(() => {
    Sent.all = [];
    vi.stubGlobal('XMLHttpRequest', Sent);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('SI3_a_file_goes_to_the_sitting_on_screen_and_is_said_by_its_id_once_it_is_there', async () => {
    const { attach, send, said, form } = open();
    attach('Annex «1».pdf');
    expect(Sent.all[0]!.path).toContain(`/circles/${id('s-caucus')}/files`);
    expect(Sent.all[0]!.headers['Content-Disposition']).toBe("attachment; filename*=UTF-8''Annex%20%C2%AB1%C2%BB.pdf");
    act(() => Sent.all[0]!.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 }));
    expect(screen.getByRole('progressbar', { name: '50 % uploaded' })).toBeTruthy();
    send();
    expect(said()).toEqual([]);
    await Sent.all[0]!.answer(200, { file: id('file') });
    expect(screen.getByText(/Nobody has it before you send/)).toBeTruthy();
    fireEvent.submit(form());
    await waitFor(() => expect(said()).toMatchObject([{ sitting: id('s-caucus'), text: '', files: [id('file')] }]));
    expect(screen.queryByText('Annex «1».pdf')).toBeNull();
  });

  it('SI3_a_refused_file_says_why_and_is_not_sent', async () => {
    const { attach, send, said } = open();
    attach();
    await Sent.all[0]!.answer(415, { code: 'file_content', sentence: 'The file is not what its name says.', retry: false });
    expect(screen.getByText('The file is not what its name says.').getAttribute('role')).toBe('alert');
    send();
    expect(said()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Take annex.pdf off' }));
    expect(screen.queryByText('annex.pdf')).toBeNull();
  });

  it('OP3_a_file_too_large_is_told_before_a_byte_is_sent', () => {
    const { attach } = open();
    attach('large.pdf', 51 * 1024 * 1024);
    expect(screen.getByText(/50 MB/).getAttribute('role')).toBe('alert');
    expect(Sent.all).toEqual([]);
  });

  it('SI3_files_are_dropped_and_pasted_where_one_writes', () => {
    const { form, area } = open();
    const file = (name: string) => ({ files: [new File(['x'], name)], types: ['Files'] });
    fireEvent.drop(form(), { dataTransfer: file('dropped.txt') });
    fireEvent.paste(area(), { clipboardData: file('pasted.png') });
    expect(screen.getByText('dropped.txt')).toBeTruthy();
    expect(screen.getByText('pasted.png')).toBeTruthy();
  });

  it('SI2_a_file_attached_in_another_company_is_not_sent_before_one_is_asked', async () => {
    const { attach, send, said, stage, log } = open();
    attach();
    await Sent.all[0]!.answer(200, { file: id('file') });
    const { room } = stage.snapshot().view.sittings.find((s) => s.sitting === id('s-caucus'))!;
    log.add('sitting', id('s-caucus-2'), { type: 'sitting.opened', room, name: 'Holly Cabin', kind: 'caucus', people: people('carter', 'dayan', 'weizman', 'sadat') });
    act(() => stage.tell(...log.events.slice(-1)));
    send();
    expect(said()).toEqual([]);
    expect(screen.getByText('Other people are here now')).toBeTruthy();
  });

  it('SI2_a_file_for_one_room_is_taken_off_in_another', async () => {
    const { attach, move, send, said } = open();
    attach();
    await Sent.all[0]!.answer(200, { file: id('file') });
    move('joint', 'carter', 'dayan', 'sadat');
    expect(screen.getByText(/meant for the room before/)).toBeTruthy();
    send();
    expect(said()).toEqual([]);
  });

  it('SI3_what_was_said_shows_its_files_with_type_and_size', () => {
    const { log, stage } = open();
    log.add('sitting', id('s-caucus'), {
      type: 'said', by: id('carter'), text: 'See this', language: 'en', rule: 'confidentialUnlessReleased',
      files: [{ file: id('file'), name: 'Annex 1.pdf', type: 'application/pdf', size: 1_234_567, salt: '', hash: '' }],
    });
    act(() => stage.tell(...log.events.slice(-1)));
    const link = screen.getByRole('link', { name: /^Download Annex 1.pdf PDF · 1.2/ }) as HTMLAnchorElement;
    expect(link.getAttribute('href')).toBe(`/api/sessions/${stage.session}/files/${id('file')}`);
  });
});
