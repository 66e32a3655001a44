import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import { sittingOf } from '../session/sitting';
import type { Sitting } from '../session/view';
import type { Id } from '../wire/protocol';

/** So many are listed at once. */
const page = 50;

/** A sitting that is over, and how many events it has: its opening, and what was said. */
export interface Ended {
  sitting: Sitting;
  events: number;
}

/** One's earlier sittings, the newest first; read anew when `count` changes. */
export function useSittings(count: number) {
  const { sittings: list } = useSession();
  const [sittings, setSittings] = useState<readonly Ended[]>([]);
  const [more, setMore] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(async (before: Id | null, known: readonly Ended[]) => {
    setBusy(true);
    const reply = await list(before, page);
    setBusy(false);
    if (!reply?.ok) return setProblem(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
    setProblem(null);
    const found = reply.sittings.flatMap(({ opened, events }) => {
      const sitting = sittingOf(opened);
      return sitting ? [{ sitting, events }] : [];
    });
    setSittings([...known, ...found]);
    setMore(reply.sittings.length === page);
  }, [list]);
  useEffect(() => void read(null, []), [read, count]);
  const show = () => read(sittings.at(-1)?.sitting.sitting ?? null, sittings);
  return { sittings, more, busy, problem, show };
}
