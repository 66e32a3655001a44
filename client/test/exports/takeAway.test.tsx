import { fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TakeAway } from '../../src/exports/TakeAway';
import type { Sheet } from '../../src/exports/sheet';
import { LineContext } from '../../src/line/context';
import { dayan } from '../fixtures/camp-david';
import { Stage } from '../fixtures/stage';

const sheet: Sheet = {
  format: 'iom-sessions/proposal-1', title: 'Secret', language: 'en', stamp: 'Without prejudice',
  parts: [{ heading: 'Arabic', language: 'ar', words: ['تنسحب القوات'], rows: [['Airfields', '1982']] }],
};
const names: string[] = [];
const saved: Blob[] = [];
const asked = vi.fn<typeof fetch>();

beforeEach(() => {
  names.length = 0;
  saved.length = 0;
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { names.push(this.download); });
  Object.assign(URL, { createObjectURL: (file: Blob) => { saved.push(file); return 'blob:x'; }, revokeObjectURL: () => undefined });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show() {
  const stage = new Stage(dayan().events);
  render(<LineContext.Provider value={stage}><TakeAway name="Sinai" sheet={() => sheet} /></LineContext.Provider>);
  return { stage, group: within(screen.getByRole('group', { name: 'Take away: Sinai' })) };
}

it('SG5_a_file_has_a_neutral_name', async () => {
  const { group } = show();
  asked.mockImplementation(async () => new Response('made'));
  for (const name of ['Save as a page to print', 'Save as a Word document (DOCX)']) fireEvent.click(group.getByRole('button', { name }));
  await vi.waitFor(() => expect(names).toHaveLength(2));
  for (const name of ['Save as PDF', 'Save for programs (JSON)']) fireEvent.click(group.getByRole('button', { name }));
  await vi.waitFor(() => expect(names).toHaveLength(4));
  expect([...names].sort()).toEqual(['proposal.docx', 'proposal.html', 'proposal.json', 'proposal.pdf']);
});

it.each([['docx', 'Save as a Word document (DOCX)'], ['pdf', 'Save as PDF']])('SG6_%s_is_made_by_the_server_of_exactly_what_stands_on_screen', async (form, name) => {
  const { stage, group } = show();
  let answer: (response: Response) => void = () => undefined;
  asked.mockImplementation(() => new Promise((done) => { answer = done; }));
  fireEvent.click(group.getByRole('button', { name }));
  expect((await screen.findByText('The document is being made.')).closest('[role=status]')).toBeTruthy();
  expect(group.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  const [path, ask] = asked.mock.calls[0]!;
  expect([path, ask?.method]).toEqual([`/api/sessions/${stage.session}/documents/${form}`, 'POST']);
  expect(JSON.parse(String(ask?.body))).toEqual(sheet);
  answer(new Response('bytes', { headers: { 'Content-Type': 'application/x' } }));
  await vi.waitFor(() => expect(names).toEqual([`proposal.${form}`]));
  expect(await saved[0]!.text()).toBe('bytes');
  expect(screen.queryByText('The document is being made.')).toBeNull();
});

it('SG6_a_refusal_is_read_out_and_the_other_forms_are_still_there', async () => {
  const { group } = show();
  asked.mockImplementation(async () => new Response(JSON.stringify({ code: 'document_sign', sentence: 'No font for a sign.', retry: false }), { status: 409 }));
  fireEvent.click(group.getByRole('button', { name: 'Save as PDF' }));
  expect((await screen.findByRole('alert')).textContent).toBe('No font for a sign.');
  expect(names).toEqual([]);
  fireEvent.click(group.getByRole('button', { name: 'Save as a page to print' }));
  expect(names).toEqual(['proposal.html']);
  expect(group.getAllByRole<HTMLButtonElement>('button').every((button) => !button.disabled)).toBe(true);
});

it('SG6_a_lost_line_is_said', async () => {
  const { group } = show();
  asked.mockRejectedValue(new TypeError('no line'));
  fireEvent.click(group.getByRole('button', { name: 'Save as a Word document (DOCX)' }));
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
});
