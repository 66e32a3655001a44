import type { Id } from './protocol';

/** A new random id of 128 bit: made at the edge, so that no id tells anything of what happens elsewhere. */
export function newId(): Id {
  return text(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * The id of a command, which the server alone sees: six bytes of time, then chance, so that the server finds what came together in one
 * place. Unlike all other ids.
 */
export function commandId(now: number): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = new DataView(new ArrayBuffer(8));
  time.setBigUint64(0, BigInt(now));
  bytes.set(new Uint8Array(time.buffer, 2), 0);
  return text(bytes);
}

function text(bytes: Uint8Array): Id {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
