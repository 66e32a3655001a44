import { useEffect, useRef, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import { briefingOf, renditionOf, saidOf } from '../session/sitting';
import type { Briefing, Rendition, Said } from '../session/view';
import type { Id } from '../wire/protocol';

/** A screen full or two. */
const page = 100;

/**
 * Reads back what was said in a circle before the oldest that is on screen.
 * `atOnce`: the first page without being asked, for a conversation of which nothing is here yet.
 */
export function useEarlier(circle: Id, from: number, missing: boolean, atOnce: boolean) {
  const { read } = useSession();
  const [earlier, setEarlier] = useState<readonly Said[]>([]);
  const [renditions, setRenditions] = useState<readonly Rendition[]>([]);
  const [briefings, setBriefings] = useState<readonly Briefing[]>([]);
  const [oldest, setOldest] = useState(from);
  const [more, setMore] = useState(missing);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const show = async () => {
    setBusy(true);
    const reply = await read(circle, oldest, page);
    setBusy(false);
    if (!reply?.ok) return setProblem(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
    setProblem(null);
    setEarlier([...reply.events.map(saidOf).filter((said) => said !== null), ...earlier]);
    setRenditions([...[...reply.events, ...(reply.renditions ?? [])].map(renditionOf).filter((one) => one !== null), ...renditions]);
    setBriefings([...(reply.renditions ?? []).map(briefingOf).filter((one) => one !== null), ...briefings]);
    setOldest(reply.events[0]?.offset ?? 1);
    setMore(reply.more);
  };
  const first = useRef(atOnce);
  useEffect(() => {
    if (first.current) void show();
    first.current = false;
  });
  return { earlier, renditions, briefings, more, busy, problem, show };
}
