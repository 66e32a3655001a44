import type { Id } from './protocol';

/** A new random id of 128 bit: made at the edge, so that no id tells anything of what happens elsewhere. */
export function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
