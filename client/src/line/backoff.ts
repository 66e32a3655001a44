const first = 5_000;
const longest = 30_000;

/**
 * How long to wait before trying again, with full jitter: anywhere from nothing to a limit that doubles from 5 s to 30 s.
 * After a restart of the server hundreds of people come back; the spread keeps them from coming at once. There is no last try.
 */
export function backoff(attempt: number, chance: () => number = Math.random): number {
  const limit = Math.min(longest, first * 2 ** Math.min(attempt, 10));
  return Math.floor(chance() * limit);
}
