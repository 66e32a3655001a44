/** The words both sides of the wire use: see IomSessions.Wire/PROTOCOL.md, which is definitive. */

/** Random, 32 lower-case hexadecimal digits; means nothing. */
export type Id = string;

export const roles = ['mediator', 'head', 'agent', 'counsel', 'adviser', 'expert', 'interpreter', 'nonParty', 'secretariat'] as const;
export type Role = (typeof roles)[number];

export const authorities = ['speak', 'submit', 'convey', 'accept', 'release', 'brief', 'consent', 'sign', 'appoint', 'withdraw'] as const;
export type Authority = (typeof authorities)[number];

export type SessionKind = 'betweenStates' | 'stateAndNational' | 'commercial';
export type Phase = 'preparing' | 'open' | 'adjourned' | 'concluded';

export const outcomes = ['settled', 'partlySettled', 'withdrawn', 'noProspect', 'jointDecision', 'lapsed'] as const;
export type Outcome = (typeof outcomes)[number];

export type RoomKind = 'joint' | 'home' | 'mediators' | 'waiting' | 'caucus';
export type CircleKind = 'sitting' | 'hall' | 'party' | 'bench' | 'registry' | 'person' | 'named' | 'draft' | 'remarks' | 'table' | 'public';

export type Disclosure = 'confidentialUnlessReleased' | 'disclosableUnlessMarked';
export type CaucusNotice = 'none' | 'afterwards' | 'now';

/** The procedural terms of a session. */
export interface Protocol {
  disclosure: Disclosure;
  caucusNotice: CaucusNotice;
  existencePublic: boolean;
  languages: string[];
  retentionDays: number;
  receipts: boolean;
  clearance: 'everyPartyAndMediator';
  /** Whether a party may copy joint sittings to somebody who comes to it later. */
  jointBriefing?: boolean;
}

export interface RoomOnFloor {
  room: Id;
  kind: RoomKind;
  name: string;
  party: Id | null;
  sitting: Id | null;
  people: Id[];
}

/** A room, and who has been moved out of it. */
export interface RoomAsBefore {
  room: Id;
  people: Id[];
}

export type PartyMode = 'waiting' | 'joint' | 'caucus';

/** How long a party has been in each mode, in whole seconds; `mode`: what it is in from then on, null: nothing is counted. */
export interface TimeOfParty {
  party: Id;
  mode: PartyMode | null;
  joint: number;
  caucus: number;
  waiting: number;
}

/** A file of an utterance: it belongs to whoever heard that. */
export interface SaidFile {
  file: Id;
  name: string;
  type: string;
  size: number;
  salt: string;
  hash: string;
}

/** Where one is now, as a refusal tells it. */
export interface PresentRoom {
  room: Id;
  name: string;
  kind: RoomKind;
  sitting: Id;
  people: Id[];
  companions?: Companion[] | null;
}

/** What an arrangement would bring about. */
export interface Consequences {
  rooms: { room: Id; people: Id[] }[];
  meetings: [Id, Id][];
  takenOut: Id[];
  firstTime: [Id, Id][];
  /** Who has an interpreter and would sit with others without any of his. */
  withoutInterpreter: Id[];
}

/** Somebody who is physically with a participant. */
export interface Companion {
  id: Id;
  with: Id;
  name: string;
}

export type Urgency = 'whenConvenient' | 'soon' | 'atOnce';
export type DeadlineStage = 'minute' | 'tenSeconds' | 'passed';

/** A refusal has a stable code, a sentence for people, and says whether to try again. */
export interface Refusal {
  code: string;
  sentence: string;
  retry: boolean;
  detail?: RefusalDetail | null;
}

export interface RefusalDetail {
  room?: PresentRoom;
  consequences?: Consequences;
  rooms?: RoomOnFloor[];
}

export type Reply = { ok: true; answer: { left?: Id[] } | null } | { ok: false; refusal: Refusal };
export type PreviewReply = { ok: true; consequences: Consequences } | { ok: false; refusal: Refusal };

export type Welcome =
  | { ok: true; protocol: number; person: Id; beatSeconds: number; now: string }
  | { ok: false; refusal: Refusal };

export interface Cursor {
  circle: Id;
  offset: number;
  hash: string;
}

export interface HelloArgument {
  protocol: 1;
  cursors: Cursor[];
  closed: ClosedCircles | null;
  /** An outline with so many of the newest events of each open circle is enough for a beginning. */
  recent: number;
}

/** Circles that will not grow any more, together. */
export interface ClosedCircles {
  count: number;
  hash: string;
}

/** Begin anew from these cursors; what one must know of what came before follows. */
export interface Outline {
  cursors: (Cursor & { kind: CircleKind })[];
  closed: ClosedCircles | null;
}

export interface Goodbye {
  code: string;
  sentence: string;
  retry: boolean;
}
