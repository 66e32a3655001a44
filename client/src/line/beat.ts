import type { SessionView } from '../session/view';

export const noHash = '0'.repeat(32);

/** XOR of two hashes, hexadecimal digit by digit. */
export function xor(a: string, b: string): string {
  let out = '';
  for (let i = 0; i < 32; i++) out += (digit(a, i) ^ digit(b, i)).toString(16);
  return out;
}

const digit = (hash: string, at: number) => Number.parseInt(hash[at] ?? '0', 16) || 0;

/** One hash over the heads of everything we hold; the server sends the same over everything we may read. */
export const heldHash = (view: SessionView): string =>
  Object.values(view.circles).reduce((sum, circle) => xor(sum, circle.hash), view.closedBefore?.hash ?? noHash);
