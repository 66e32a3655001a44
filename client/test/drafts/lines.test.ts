import { describe, expect, it, vi } from 'vitest';
import { noHash } from '../../src/line/beat';
import { type DraftReader, DraftLines } from '../../src/line/drafts';
import { id } from '../fixtures/log';

const [circle, hash, next] = [id('draft'), 'a'.repeat(32), 'b'.repeat(32)];

function open() {
  const asked: [string, unknown][] = [];
  const lines = new DraftLines((method, argument) => {
    asked.push([method, argument]);
    return Promise.resolve({ ok: true, answer: null } as never);
  });
  const reader = { text: vi.fn(), changes: vi.fn(), caret: vi.fn(), refused: vi.fn(), line: vi.fn() } satisfies DraftReader;
  lines.line(true);
  const leave = lines.follow(circle, reader);
  return { lines, asked, reader, leave };
}

const change = { by: id('by'), editor: id('editor'), change: [[0, 'x']] as never };

describe('following drafts over lines', () => {
  it('DL2_a_new_line_asks_for_what_came_since_the_version_that_is_held', () => {
    const { lines, asked, reader } = open();
    lines.text({ circle, version: 4, hash, text: 'The ', more: true });
    expect(reader.text).not.toHaveBeenCalled();
    lines.text({ circle, version: 4, hash, text: 'text', more: false });
    expect(reader.text).toHaveBeenCalledWith('The text', 4);
    lines.changes({ circle, from: 4, hash: next, changes: [change] });
    lines.line(false);
    lines.line(true);
    expect(asked).toEqual([['FollowDraft', { circle }], ['FollowDraft', { circle, version: 5, hash: next }]]);
  });

  it('DL1_a_change_comes_once_and_a_gap_is_asked_for', () => {
    const { lines, asked, reader } = open();
    lines.text({ circle, version: 0, hash: noHash, text: '', more: false });
    lines.changes({ circle, from: 0, hash, changes: [change] });
    lines.changes({ circle, from: 0, hash: next, changes: [change, change] });
    expect(reader.changes.mock.calls.map(([changes]) => changes.length)).toEqual([1, 1]);
    lines.changes({ circle, from: 3, hash: next, changes: [change] });
    expect(asked.at(-1)).toEqual(['FollowDraft', { circle, version: 2, hash: next }]);
    expect(reader.changes).toHaveBeenCalledTimes(2);
  });

  it('DL6_a_lost_last_change_is_found_by_the_beat', () => {
    const { lines, asked } = open();
    lines.text({ circle, version: 1, hash, text: 'x', more: false });
    lines.beat(hash);
    expect(asked).toHaveLength(1);
    lines.beat(next);
    expect(asked.at(-1)).toEqual(['FollowDraft', { circle, version: 1, hash }]);
  });

  it('what is on no screen any more is not followed', () => {
    const { lines, asked, leave } = open();
    leave();
    expect(asked.at(-1)).toEqual(['LeaveDraft', circle]);
    lines.beat(noHash);
    expect(asked).toHaveLength(2);
  });
});
