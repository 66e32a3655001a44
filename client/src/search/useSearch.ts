import { useRef, useState } from 'react';
import { useLine } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import type { SearchPlace } from '../wire/events';
import type { Refusal } from '../wire/protocol';
import { wordsOf } from './folding';
import { type Hit, hitOf } from './hits';

/** Characters of what one may look for. */
export const longest = 200;

/** So many answers without anything found are gone through before one is asked. */
const patience = 5;

/** What was looked for and what has been found so far. It lives in the page alone: no address, no storage, no history of forms. */
export interface Asked {
  text: string;
  words: readonly string[];
  hits: readonly Hit[];
  next: SearchPlace | null;
}

export interface Searching {
  asked: Asked | null;
  busy: boolean;
  problem: string | null;
  search: (text: string) => void;
  more: () => void;
  close: () => void;
}

/** Searches on the server, page after page. A newer search makes an older one's answers void. */
export function useSearch(): Searching {
  const line = useLine();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = useRef(0);
  const look = async (so: Asked, from: SearchPlace | null) => {
    const mine = ++run.current;
    setBusy(true);
    setProblem(null);
    let now = so;
    let place = from;
    for (let tries = patience; tries > 0; tries--) {
      const reply = await line.search(so.text, place);
      if (mine !== run.current) return;
      if (!reply?.ok) {
        setProblem(reply ? plainly(reply.refusal) : t('search.offline'));
        break;
      }
      now = { ...now, hits: [...now.hits, ...reply.events.map(hitOf).filter((hit) => hit !== null)], next: reply.next };
      setAsked(now);
      place = reply.next;
      if (place === null || now.hits.length > so.hits.length) break;
    }
    setBusy(false);
  };
  const stop = () => {
    run.current++;
    setBusy(false);
  };
  return {
    asked,
    busy,
    problem,
    search: (written) => {
      const text = written.trim();
      stop();
      setAsked(null);
      if (wordsOf(text).length === 0) return setProblem(t('search.empty'));
      if (text.length > longest) return setProblem(t('search.tooLong', { count: longest }));
      void look({ text, words: wordsOf(text), hits: [], next: null }, null);
    },
    more: () => {
      if (asked?.next) void look(asked, asked.next);
    },
    close: () => {
      stop();
      setAsked(null);
      setProblem(null);
    },
  };
}

function plainly(refusal: Refusal): string {
  switch (refusal.code) {
    case 'too_fast': return t('search.tooFast');
    case 'too_long': return t('search.tooLong', { count: longest });
    default: return sentenceOf(refusal);
  }
}
