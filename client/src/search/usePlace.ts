import { useEffect, useState } from 'react';
import { useLine } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import { renditionOf, saidOf } from '../session/sitting';
import type { Rendition, Said } from '../session/view';
import type { Envelope, ReadReply } from '../wire/events';
import type { Place } from './hits';

/** What is read around the place at first, and then with each step. */
const [earlier, later, page] = [20, 10, 50];

interface Around {
  events: readonly Envelope[];
  renditions: readonly Rendition[];
  /** Offsets of the oldest and the newest event that have been read. */
  from: number;
  to: number;
  before: boolean;
  after: boolean;
}

const nothing: Around = { events: [], renditions: [], from: 0, to: 0, before: false, after: false };

/** Reads a circle back around a place, and on from there in both directions. */
export function usePlace({ circle, offset }: Place) {
  const { read } = useLine();
  const [around, setAround] = useState<Around>(nothing);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (before: number, max: number): Promise<Extract<ReadReply, { ok: true }> | null> => {
    const reply = await read(circle, before, max);
    if (reply?.ok) return reply;
    setProblem(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
    return null;
  };
  const step = async (then: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    await then();
    setBusy(false);
  };
  const rendered = (reply: Extract<ReadReply, { ok: true }>) => [...reply.events, ...(reply.renditions ?? [])].map(renditionOf).filter((one) => one !== null);
  const first = () => step(async () => {
    // an answer has its bounds: if long words after the place took all of it, the place itself comes first
    let until = offset + later;
    let reply = await ask(until + 1, earlier + later + 1);
    if (reply && !reply.events.some((event) => event.offset === offset)) {
      until = offset;
      reply = await ask(until + 1, earlier + 1);
    }
    if (!reply) return;
    const [from, to] = [reply.events[0]?.offset ?? offset, reply.events.at(-1)?.offset ?? offset];
    setAround({ events: reply.events, renditions: rendered(reply), from, to, before: reply.more, after: to === until });
  });
  useEffect(() => void first(), [circle, offset]);
  const before = () => step(async () => {
    const reply = await ask(around.from, page);
    if (!reply) return;
    setAround({ ...around, events: [...reply.events, ...around.events], renditions: [...rendered(reply), ...around.renditions], from: reply.events[0]?.offset ?? 1, before: reply.more });
  });
  const after = () => step(async () => {
    for (let count = page; count > 0; count = Math.floor(count / 2)) {
      const until = around.to + count;
      const reply = await ask(until + 1, count);
      if (!reply) return;
      // the oldest of a full answer are left out: then fewer are asked for, so that nothing is skipped
      if (count > 1 && (reply.events[0]?.offset ?? around.to + 1) > around.to + 1) continue;
      const to = reply.events.at(-1)?.offset ?? around.to;
      // at the end of the circle the same number reaches further back, to what is here
      const news = reply.events.filter((event) => event.offset > around.to);
      return setAround({ ...around, events: [...around.events, ...news], renditions: [...around.renditions, ...rendered(reply)], to, after: to === until });
    }
  });
  const talk: Said[] = around.events.map(saidOf).filter((said) => said !== null);
  return { talk, renditions: around.renditions, canBefore: around.before, canAfter: around.after, busy, problem, before, after, again: first };
}
