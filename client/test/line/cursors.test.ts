import { describe, expect, it } from 'vitest';
import { noHash, xor } from '../../src/line/beat';
import { helloFor } from '../../src/line/cursors';
import { outlined, reduce, reducePast } from '../../src/session/reduce';
import { currentSitting } from '../../src/session/select';
import { emptyView } from '../../src/session/view';
import type { StatementWritten } from '../../src/wire/statements';
import { carter, dayan } from '../fixtures/camp-david';
import { id, Log } from '../fixtures/log';

describe('what one says of what one holds', () => {
  const view = dayan().events.reduce(reduce, emptyView);
  const hello = helloFor(view);

  it('DL2_names_every_open_circle_with_offset_and_hash', () => {
    const now = currentSitting(view)?.sitting ?? '';
    expect(hello.cursors.find((c) => c.circle === now)).toEqual({ circle: now, offset: view.circles[now]?.offset, hash: view.circles[now]?.hash });
    expect(hello.cursors.every((c) => c.circle === now || view.circles[c.circle]?.kind !== 'sitting')).toBe(true);
  });

  it('DL2_gives_ended_sittings_as_one_digest', () => {
    const ended = Object.entries(view.circles).filter(([circle, held]) => held.kind === 'sitting' && circle !== currentSitting(view)?.sitting);
    expect(ended.length).toBeGreaterThan(0);
    expect(hello.closed).toEqual({ count: ended.length, hash: ended.map(([, held]) => held.hash).reduce(xor, noHash) });
  });

  it('holds nothing at first', () => expect(helloFor(emptyView)).toEqual({ protocol: 1, cursors: [], closed: null, recent: 100 }));
});

describe('what one says of tables that one holds', () => {
  const [table, later] = [id('table'), id('table-2')];
  const written: StatementWritten = {
    type: 'statement.written', statement: id('st'), kind: 'joint', version: 1, by: id('carter'), authors: [], names: [],
    texts: [{ language: 'en', title: 'A framework', text: 'It is agreed.' }],
  };
  const laid = (log: Log) => log.add('table', table, { type: 'table.opened', without: [] }, written);

  it('DL2_gives_an_earlier_table_among_the_ended_ones', () => {
    const log = laid(carter()).add('table', later, { type: 'table.opened', without: [] }, written);
    const now = log.events.reduce(reduce, emptyView);
    const hello = helloFor(now);
    expect(hello.cursors.some(({ circle }) => circle === later)).toBe(true);
    expect(hello.cursors.some(({ circle }) => circle === table)).toBe(false);
    const ended = [table, id('s-0')].map((circle) => now.circles[circle]?.hash ?? '').reduce(xor, noHash);
    expect(hello.closed).toEqual({ count: 2, hash: ended });
  });

  it('DL2_an_outline_says_which_table_it_is_and_a_later_one_ends_it', () => {
    const log = laid(new Log());
    const [opened, laidOn] = log.events as [typeof log.events[0], typeof log.events[0]];
    const cursor = { circle: table, kind: 'table' as const, offset: 2, hash: laidOn!.hash };
    let now = outlined({ cursors: [cursor], closed: { count: 3, hash: 'ab'.repeat(16) } });
    expect(now.table).toBe(table);
    expect(helloFor(now)).toMatchObject({ cursors: [{ circle: table }], closed: { count: 3 } });
    now = [opened!, laidOn!].reduce(reducePast, now);
    expect(now.statements).toHaveLength(1);
    now = reduce(now, { ...opened!, circle: later });
    expect(helloFor(now)).toMatchObject({ cursors: [{ circle: later }], closed: { count: 4, hash: xor('ab'.repeat(16), laidOn!.hash) } });
  });
});
