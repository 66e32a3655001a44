/** What holds words that exist nowhere but on this page. */
export interface Holder {
  kind: 'words' | 'draft';
  count: () => number;
}

/** Somebody is about to lose words, and is asked. */
export interface Asked {
  count: number;
  go: () => void;
}

const holders = new Set<Holder>();
const watchers = new Set<() => void>();
let asked: Asked | null = null;

const ask = (now: Asked | null): void => {
  asked = now;
  for (const watcher of watchers) watcher();
};

/** Counts with the rest until the returned function is called. */
export function hold(holder: Holder): () => void {
  holders.add(holder);
  return () => void holders.delete(holder);
}

/** How many things would be lost with this page. */
export const unsentNow = (kind?: Holder['kind']): number =>
  [...holders].reduce((sum, one) => sum + (kind === undefined || one.kind === kind ? one.count() : 0), 0);

/** Does it at once when nothing would be lost by it; else asks first. */
export function leaving(count: number, go: () => void): void {
  if (count === 0) go();
  else ask({ count, go });
}

/** Whether what is asked just now may be lost. */
export function answerLeaving(lose: boolean): void {
  const now = asked;
  ask(null);
  if (lose) now?.go();
}

export const askedNow = (): Asked | null => asked;

export const watchLeaving = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};
