import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/wire/protocol';
import { carter, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Say to the bench/, hidden: true });
const enter = () => fireEvent.keyDown(area(), { key: 'Enter' });

function onBench() {
  const opened = open(carter());
  fireEvent.mouseDown(screen.getByRole('tab', { name: 'Bench' }), { button: 0 });
  const bench = (circle: string, ...keys: string[]) =>
    opened.tell('bench', id(circle), { type: 'bench.opened', number: 2, mediators: people(...keys), floor: [...(opened.stage.snapshot().view.bench?.rooms ?? [])] });
  const write = (text: string) => fireEvent.input(area(), { target: { value: text } });
  const answer = (key: string) => fireEvent.click(screen.getByRole('button', { name: key }));
  return { ...opened, bench, write, answer };
}

describe('what is said on the bench', () => {
  it('SI2_words_begun_before_a_mediator_came_are_not_sent_before_one_is_asked', async () => {
    const { stage, bench, write, answer } = onBench();
    write('I doubt her impartiality');
    bench('bench-2', 'carter', 'vance', 'begin');
    enter();
    const dialog = await screen.findByRole('dialog', { name: 'Other people are here now' });
    expect(within(dialog).getByText('Begin')).toBeTruthy();
    expect(stage.done).toEqual([]);
    answer('Do not send, keep my text');
    expect(area().value).toBe('I doubt her impartiality');
    enter();
    fireEvent.click(await screen.findByRole('button', { name: 'Send to these people' }));
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'bench.say', bench: id('bench-2') }]));
    expect(area().value).toBe('');
  });

  it('SI2_the_yes_is_for_those_whom_the_question_named', async () => {
    const { stage, bench, write, answer } = onBench();
    write('A doubt');
    bench('bench-2', 'carter', 'vance', 'begin');
    enter();
    await screen.findByRole('dialog');
    bench('bench-3', 'carter', 'vance', 'begin', 'sadat');
    stage.answer = () => ({ ok: false, refusal: { code: 'bench_changed', sentence: 'The bench has changed.', retry: false } });
    answer('Send to these people');
    await waitFor(() => expect(stage.done).toMatchObject([{ bench: id('bench-2') }]));
    expect(area().value).toBe('A doubt');
    enter();
    expect(await screen.findByRole('dialog', { name: 'Other people are here now' })).toBeTruthy();
    expect(stage.done).toHaveLength(1);
  });

  it('SI2_those_who_have_left_are_nobody_to_ask_about', async () => {
    const { stage, bench, write } = onBench();
    stage.answer = () => new Promise<Reply>(() => undefined);
    write('To the point');
    bench('bench-2', 'carter');
    enter();
    await waitFor(() => expect(stage.done).toMatchObject([{ type: 'bench.say', bench: id('bench-2') }]));
  });

  it('SI2_an_answer_does_not_go_with_its_offset_into_another_bench', async () => {
    const { stage, tell, bench, write } = onBench();
    tell('bench', id('bench'), { type: 'said', by: id('vance'), text: 'What now?', language: 'en', rule: 'confidentialUnlessReleased' });
    fireEvent.keyDown(screen.getAllByRole('button', { name: 'What can be done with this' }).at(-1)!, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Answer this' }));
    expect(screen.getByText(/What now\?…?/, { selector: '.answering *' })).toBeTruthy();
    bench('bench-2', 'carter');
    expect(document.querySelector('.answering')).toBeNull();
    write('Go on');
    enter();
    await waitFor(() => expect(stage.done).toHaveLength(1));
    expect(stage.done[0]).not.toHaveProperty('replyTo');
  });
});
