import type { Refusal } from '../wire/protocol';

/** How the line stands. What is shown to people comes from here alone, so that it never claims more than is so. */
export type LineState =
  | { at: 'connecting' }
  | { at: 'connected'; since: number }
  | { at: 'reconnecting'; since: number }
  | { at: 'pending'; refusal: Refusal }
  | { at: 'over'; code: string; sentence: string };
