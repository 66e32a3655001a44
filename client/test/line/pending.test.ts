import { describe, expect, it } from 'vitest';
import { PendingCommands } from '../../src/line/pending';
import type { Envelope } from '../../src/wire/events';
import type { Reply } from '../../src/wire/protocol';
import { id } from '../fixtures/log';

const said = (by: string, text: string, command: string): Envelope => ({
  circle: id('s'), kind: 'sitting', offset: 2, hash: '0'.repeat(32), at: '2026-01-01T00:00:00Z',
  body: { type: 'said', by: id(by), text, language: 'en', rule: 'confidentialUnlessReleased', command: id(command) },
});

function one() {
  const pending = new PendingCommands();
  const answers: Reply[] = [];
  pending.add({ id: id('c'), command: { type: 'say', sitting: id('s'), text: 'words', language: 'en' }, answered: (reply) => answers.push(reply) });
  return { pending, answers };
}

describe('commands under way', () => {
  it('DL4_keep_their_id_until_answered_and_take_one_answer', () => {
    const { pending, answers } = one();
    expect(pending.waiting.map((p) => p.id)).toEqual([id('c')]);
    pending.answer(id('c'), { ok: true, answer: null });
    pending.answer(id('c'), { ok: true, answer: null });
    expect(answers).toHaveLength(1);
    expect(pending.waiting).toHaveLength(0);
  });

  it('shows words as on their way until the event itself has come', () => {
    const { pending } = one();
    expect(pending.echoes.map((e) => e.stored)).toEqual([false]);
    pending.answer(id('c'), { ok: true, answer: null });
    expect(pending.echoes.map((e) => e.stored)).toEqual([true]);
    pending.arrived(said('me', 'words', 'another'), id('me'));
    expect(pending.echoes).toHaveLength(1);
    pending.arrived(said('me', 'words', 'c'), id('me'));
    expect(pending.echoes).toHaveLength(0);
  });

  it('takes back words that were refused', () => {
    const { pending } = one();
    pending.answer(id('c'), { ok: false, refusal: { code: 'sitting_changed', sentence: '', retry: false, detail: null } });
    expect(pending.echoes).toHaveLength(0);
  });
});
