import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { xor } from '../../src/line/beat';
import { Line } from '../../src/line/line';
import { NobodyHere, type OpenWire, type WireHandlers } from '../../src/line/wire';
import type { Command } from '../../src/wire/commands';
import type { Envelope } from '../../src/wire/events';
import { carter, dayan } from '../fixtures/camp-david';
import { id } from '../fixtures/log';

/** A hub by hand: every connection and every call on it is written down. */
class Hub {
  readonly calls: { method: string; argument: unknown }[] = [];
  handlers: WireHandlers | null = null;
  opened = 0;
  hello: () => unknown = () => ({ ok: true, protocol: 1, person: id('dayan'), beatSeconds: 5, now: '' });
  reply: () => Promise<unknown> = async () => ({ ok: true, answer: null });
  open: OpenWire = async (_session, handlers) => {
    this.opened++;
    this.handlers = handlers;
    return {
      invoke: async <T,>(method: string, argument: unknown) => {
        this.calls.push({ method, argument });
        return (method === 'Hello' ? this.hello() : await this.reply()) as T;
      },
      close: () => undefined,
    };
  };
  did = () => this.calls.filter((c) => c.method === 'Do').map((c) => c.argument as { id: string; command: Command });
}

const say: Command = { type: 'say', sitting: id('s-caucus'), text: 'A word', language: 'en' };
const settle = () => vi.advanceTimersByTimeAsync(0);
let hub: Hub;
let line: Line;

beforeEach(async () => {
  vi.useFakeTimers();
  hub = new Hub();
  line = new Line(id('session'), hub.open);
  line.start();
  await settle();
});

afterEach(() => {
  line.stop();
  vi.useRealTimers();
});

describe('the line', () => {
  it('DR3_what_it_asks_of_versions_is_their_places_alone_whatever_else_is_known_of_them', async () => {
    const version = { circle: id('draft'), offset: 3, number: 1, hash: 'f'.repeat(64) };
    const later = { ...version, offset: 5, number: 2 };
    await line.compareDrafts(version, later);
    expect(hub.calls.at(-1)).toEqual({
      method: 'CompareDrafts', argument: { before: { circle: id('draft'), offset: 3 }, after: { circle: id('draft'), offset: 5 } } });
  });

  it('DL2_says_hello_first_and_is_connected_only_after_the_welcome', () => {
    expect(hub.calls[0]?.method).toBe('Hello');
    expect(line.snapshot().line.at).toBe('connected');
  });

  it('DL4_a_command_without_an_answer_goes_again_with_the_same_id_and_is_answered_once', async () => {
    hub.reply = () => new Promise(() => undefined);
    const answered = vi.fn();
    void line.do(say).then(answered);
    await settle();
    hub.handlers?.closed();
    expect(line.snapshot().line.at).toBe('reconnecting');
    expect(line.snapshot().unsent).toBe(1);
    hub.reply = async () => ({ ok: true, answer: null });
    await vi.advanceTimersByTimeAsync(5_000);
    const [first, second] = hub.did();
    expect(second).toEqual(first);
    expect(answered).toHaveBeenCalledTimes(1);
    expect(line.snapshot().unsent).toBe(0);
  });

  describe('an act', () => {
    const withdraw: Command = { type: 'party.withdraw', party: id('aldova') };
    const never = () => new Promise(() => undefined);

    it('DL4_asked_for_without_a_line_is_refused_at_once_and_never_done', async () => {
      hub.handlers?.closed();
      expect(await line.do(withdraw)).toMatchObject({ ok: false, refusal: { code: 'no_line' } });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(line.snapshot().line.at).toBe('connected');
      expect(hub.did()).toEqual([]);
    });

    it('DL4_asked_for_again_while_it_has_no_answer_is_the_same_command_and_both_get_its_answer', async () => {
      hub.reply = never;
      const [first, again] = [vi.fn(), vi.fn()];
      void line.do(withdraw).then(first);
      await settle();
      hub.handlers?.closed();
      void line.do(withdraw).then(again);
      hub.reply = async () => ({ ok: true, answer: null });
      await vi.advanceTimersByTimeAsync(5_000);
      const ids = new Set(hub.did().map((one) => one.id));
      expect([hub.did().length, ids.size, first.mock.calls.length, again.mock.calls.length]).toEqual([2, 1, 1, 1]);
    });

    it('DL4_made_again_with_a_fresh_id_of_what_it_makes_is_the_same_command_and_of_another_thing_is_not', async () => {
      hub.reply = never;
      const offer = (proposal: string, title: string): Command => ({ type: 'proposal.offer', proposal: id(proposal), title, parties: [], deadline: '' });
      void line.do(offer('one', 'Water'));
      void line.do(offer('two', 'Water'));
      void line.do(offer('three', 'Land'));
      void line.do({ type: 'call.end', call: id('a') });
      void line.do({ type: 'call.end', call: id('b') });
      await settle();
      expect(hub.did().map(({ command }) => ('proposal' in command ? command.proposal : 'call' in command && command.call))).toEqual([id('one'), id('three'), id('a'), id('b')]);
    });

    it('DL4_without_an_answer_is_told_to_be_so_and_is_not_counted_as_words_that_were_not_sent', async () => {
      hub.reply = never;
      void line.do(withdraw);
      await settle();
      expect([line.snapshot().unanswered, line.snapshot().unsent]).toEqual([0, 0]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(line.snapshot().unanswered).toBe(1);
    });

    it('DL4_whose_refusal_comes_late_tells_it_wherever_one_is', async () => {
      hub.reply = never;
      void line.do(withdraw);
      await settle();
      hub.handlers?.closed();
      expect(line.snapshot().unanswered).toBe(1);
      hub.reply = async () => ({ ok: false, refusal: { code: 'session_concluded', sentence: 'It is over.', retry: false } });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(line.snapshot()).toMatchObject({ unanswered: 0, late: [{ refusal: { sentence: 'It is over.' } }] });
    });
  });

  it('SI4_the_id_of_a_command_stands_in_what_is_said_and_tells_nothing_of_when_it_was_sent', async () => {
    for (let at = 0; at < 4; at++) await line.do(say);
    const ids = hub.did().map((one) => one.id);
    // sent in the same millisecond: whatever were made of the clock would be the same in all of them
    for (let digit = 0; digit < 32; digit += 4) expect(new Set(ids.map((one) => one.slice(digit, digit + 4))).size).toBeGreaterThan(1);
  });

  it('DL3_own_words_are_an_echo_until_the_event_arrives', async () => {
    hub.handlers?.events(dayan().events);
    await line.do(say);
    expect(line.snapshot().echoes).toMatchObject([{ stored: true }]);
    hub.handlers?.events(dayan().add('sitting', id('s-caucus'), { type: 'said', by: id('dayan'), text: 'A word', language: 'en', rule: 'confidentialUnlessReleased', command: hub.did()[0]?.id ?? null }).events.filter((e) => e.kind === 'sitting' && e.circle === id('s-caucus')).map((e, at) => ({ ...e, offset: at + 1 })));
    expect(line.snapshot().echoes).toEqual([]);
  });

  it('DL6_one_wrong_beat_says_hello_again_on_the_same_connection', async () => {
    hub.handlers?.beat('1'.repeat(32), '0'.repeat(32));
    await settle();
    expect(hub.calls.filter((c) => c.method === 'Hello')).toHaveLength(2);
    expect(hub.opened).toBe(1);
  });

  it('DL6_what_is_being_caught_up_keeps_the_line_alive', async () => {
    await vi.advanceTimersByTimeAsync(14_000);
    hub.handlers?.events([]);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(line.snapshot().line.at).toBe('connected');
  });

  it('DL6_fifteen_seconds_without_a_beat_is_a_dead_line', async () => {
    await vi.advanceTimersByTimeAsync(15_000);
    expect(line.snapshot().line.at).toBe('reconnecting');
  });

  it('DL2_a_reset_forgets_everything_held', () => {
    hub.handlers?.events(carter().events);
    expect(line.snapshot().view.self).not.toBeNull();
    hub.handlers?.reset();
    expect(line.snapshot().view.circles).toEqual({});
  });

  describe('ST6_an_outline', () => {
    const log = carter().events;
    const bench = log.filter((e) => e.kind === 'bench');
    const head = bench.at(-1) as Envelope;
    const outline = {
      cursors: [{ circle: head.circle, kind: head.kind, offset: head.offset, hash: head.hash }],
      closed: { count: 3, hash: '7'.repeat(32) },
    };
    const helloes = () => hub.calls.filter((c) => c.method === 'Hello').map((c) => c.argument);

    it('is_shown_when_the_whole_past_of_it_has_come', () => {
      hub.handlers?.outline(outline);
      hub.handlers?.past({ events: bench.slice(0, 1), more: true });
      expect(line.snapshot().view.bench).toBeNull();
      hub.handlers?.past({ events: [head], more: false });
      expect(line.snapshot().view.bench).not.toBeNull();
    });

    it('gives_the_cursors_of_the_next_hello_and_the_beat', async () => {
      hub.handlers?.outline(outline);
      hub.handlers?.past({ events: bench.slice(0, 1), more: false });
      hub.handlers?.beat(xor(head.hash, '7'.repeat(32)), '0'.repeat(32));
      await settle();
      expect(helloes()).toHaveLength(1);
      hub.handlers?.beat('1'.repeat(32), '0'.repeat(32));
      await settle();
      expect(helloes()[1]).toMatchObject({ cursors: [{ circle: head.circle, offset: head.offset, hash: head.hash }], closed: outline.closed });
    });

    it('counts_for_nothing_when_the_line_breaks_within_it', async () => {
      hub.handlers?.outline(outline);
      hub.handlers?.past({ events: bench.slice(0, 1), more: true });
      hub.handlers?.closed();
      await vi.advanceTimersByTimeAsync(5_000);
      expect(helloes()[1]).toEqual({ protocol: 1, cursors: [], closed: null, recent: 100 });
    });
  });

  it('PE4_after_removal_nothing_is_left_on_the_screen_and_nobody_comes_back', async () => {
    hub.handlers?.events(carter().events);
    hub.handlers?.goodbye({ code: 'removed', sentence: 'You have been removed.', retry: false });
    expect(line.snapshot().view.self).toBeNull();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(hub.opened).toBe(1);
    expect(line.snapshot().line).toMatchObject({ at: 'over', code: 'removed' });
  });

  it('PE4_a_removed_device_that_is_no_longer_known_does_not_try_again', async () => {
    hub.open = async () => Promise.reject(new NobodyHere());
    const other = new Line(id('session'), hub.open);
    other.start();
    await settle();
    expect(other.snapshot().line.at).toBe('over');
  });

  it('PE6_a_pending_device_waits_and_comes_back_when_it_is_confirmed', async () => {
    hub.hello = () => ({ ok: false, refusal: { code: 'device_pending', sentence: '', retry: true } });
    const other = new Line(id('session'), hub.open);
    other.start();
    await settle();
    expect(other.snapshot().line.at).toBe('pending');
    hub.hello = () => ({ ok: true, protocol: 1, person: id('dayan'), beatSeconds: 5, now: '' });
    hub.handlers?.goodbye({ code: 'device_confirmed', sentence: '', retry: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(other.snapshot().line.at).toBe('connected');
    other.stop();
  });
});
