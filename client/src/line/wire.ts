import type { DraftCaret, DraftChanges, DraftText } from '../wire/drafts';
import type { Envelope, Past } from '../wire/events';
import type { Goodbye, Id, Outline } from '../wire/protocol';

/** What the hub calls on us. */
export interface WireHandlers {
  events(events: Envelope[]): void;
  outline(outline: Outline): void;
  past(past: Past): void;
  beat(hash: string, drafts: string): void;
  presence(here: Id[]): void;
  typing(sitting: Id, person: Id): void;
  draftText(text: DraftText): void;
  draftChanges(changes: DraftChanges): void;
  draftCaret(caret: DraftCaret): void;
  reset(): void;
  goodbye(goodbye: Goodbye): void;
  closed(): void;
}

/** What can be called on it. */
export type Method =
  | 'Hello' | 'Do' | 'Preview' | 'Read' | 'Search' | 'Sittings' | 'Typing'
  | 'FollowDraft' | 'LeaveDraft' | 'EditDraft' | 'DraftCaret' | 'PreviewDraft' | 'CompareDrafts';

/** One connection to the hub; a new one is made for every attempt. */
export interface Wire {
  invoke<T>(method: Method, argument: unknown): Promise<T>;
  close(): void;
}

/** This browser is nobody in the session: trying again would not help. */
export class NobodyHere extends Error {}

/** Opens a connection, or throws: `NobodyHere` when the server does not know us. */
export type OpenWire = (session: Id, handlers: WireHandlers) => Promise<Wire>;
