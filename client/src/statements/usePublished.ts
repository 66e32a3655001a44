import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import { type Item, withItem } from '../session/statements';

const page = 100;

/** What is public; what came before one's outline is read back when somebody wants it. */
export function usePublished() {
  const { view, read } = useSession();
  const { feed, circles } = view;
  const held = feed ? circles[feed.circle] : undefined;
  const from = held ? held.offset - held.told + 2 : 1;
  const [earlier, setEarlier] = useState<readonly Item[]>([]);
  const [oldest, setOldest] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // the event that opened the feed is told in every outline, and is the first of all
  const more = feed !== null && (oldest ?? from) > 2;
  const show = async () => {
    if (!feed) return;
    setBusy(true);
    const reply = await read(feed.circle, oldest ?? from, page);
    setBusy(false);
    if (!reply?.ok) return setProblem(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
    setProblem(null);
    const back = reply.events.reduce((items: readonly Item[], { body }) => (body.type === 'item.published' ? withItem(items, body) : items), []);
    setEarlier(together(back, earlier));
    setOldest(reply.more ? reply.events[0]?.offset ?? 1 : 1);
  };
  return { items: together(earlier, feed?.items ?? []), more, busy, problem, show };
}

/** A retraction that was known before the item that it takes back stands in its place, under its date. */
function together(before: readonly Item[], later: readonly Item[]): Item[] {
  const known = new Map(later.map((one) => [one.item, one]));
  const first = before.map((one) => {
    const now = known.get(one.item);
    return now?.retracted ? { ...one, texts: now.texts, retracted: true } : one;
  });
  return [...first, ...later.filter((one) => !before.some(({ item }) => item === one.item))];
}
