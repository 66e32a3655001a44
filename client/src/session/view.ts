import type { Move } from '../wire/commands';
import type { ReleaseMade, Released } from '../wire/events';
import type { Draft } from './drafts';
import type { Issue, Positions } from './positions';
import type { PartyProposal } from './partyProposals';
import type { Result } from './results';
import type { Concluded, Settlement } from './settlements';
import type { Proposal } from './proposals';
import type { Feed, Statement, StatementNotice } from './statements';
import type {
  Authority, CircleKind, ClosedCircles, Companion, DeadlineStage, Disclosure, Id, Outcome, Phase, Protocol, Role, RoomAsBefore, RoomKind, RoomOnFloor,
  SaidFile, SessionKind, TimeOfParty, Urgency,
} from '../wire/protocol';

/** How far we hold a circle's log: what a cursor and the beat are made of. */
export interface CircleHeld {
  kind: CircleKind;
  offset: number;
  hash: string;
  /** How many of its events were told to us; the others came before an outline and can be read back. */
  told: number;
}

export interface Person {
  person: Id;
  name: string;
  role: Role;
  party: Id | null;
}

/** Something said, as the log holds it. */
export interface Said {
  circle: Id;
  offset: number;
  at: string;
  by: Id;
  text: string;
  language: string;
  rule: Disclosure;
  /** Under which its speaker sent it. */
  command: Id | null;
  /** What it answers, in the same circle. */
  replyTo: number | null;
  marked: boolean;
  files: readonly SaidFile[];
  /** It is no speech, but words that were released to this circle. */
  released?: Released;
  /** It is no speech, but the record of a release. */
  made?: ReleaseMade;
  /** Names of files that were not copied with it. */
  filesLeft?: readonly string[];
}

/** Somebody was given a copy of a sitting in which one sat. */
export interface Briefing {
  key: string;
  sitting: Id;
  by: Id;
  person: Id;
  at: string;
}

/** Something said, in another language. */
export interface Rendition {
  key: string;
  sitting: Id;
  offset: number;
  by: Id;
  text: string;
  language: string;
}

/** A recall that has been announced. */
export interface RecallTold {
  at: string;
  people: readonly Id[];
}

/** The fixed set of people in a room between two changes of who is in it. */
export interface Sitting {
  sitting: Id;
  room: Id;
  name: string;
  kind: RoomKind;
  people: readonly Id[];
  /** Who are physically with them, and hear too. */
  companions: readonly Companion[];
  at: string;
  talk: readonly Said[];
  /** Who goes home at a moment, by a mediator's recall. */
  recall: RecallTold | null;
  deadline: string | null;
  /** What has been told of the deadline's coming. */
  near: DeadlineStage | null;
  byTurn: boolean;
  hands: readonly Id[];
  speaker: Id | null;
  knocks: readonly Id[];
  link: string | null;
  /** It is a copy, and this is who made it: one did not sit there. */
  copiedBy?: Id;
}

export interface ProtocolProposed {
  number: number;
  protocol: Protocol;
  acceptedBy: readonly Id[];
}

/** For whom an interpreter interprets: for people by name, for a party, or for the session. */
export interface Assignment {
  people: readonly Id[];
  party: Id | null;
  session: boolean;
}

/** A procedural notice told to everybody admitted. */
export type HallNotice = { key: string; at: string } & (
  | { type: 'caucus.began' | 'caucus.ended'; parties: readonly Id[] }
  | { type: 'caucuses.held'; caucuses: readonly (readonly Id[])[] }
  | { type: 'person.announced' | 'person.left'; person: Id; name: string }
  | { type: 'companion.announced' | 'companion.left'; name: string; with: Id }
  | { type: 'party.proposed' | 'party.added' | 'party.retracted' | 'party.withdrawn'; name: string }
  | { type: 'consent.withdrawn'; by: Id; name: string }
  | { type: 'objection.made' | 'objection.withdrawn'; party: Id; name: string }
  | { type: 'objection.decided'; name: string; sustained: boolean }
  | { type: 'phase.changed'; phase: Phase; outcome: Outcome | null }
  | { type: 'meeting.set' | 'meeting.cancelled'; meeting: Meeting }
  | { type: 'mediators.absent' | 'mediators.back' }
);

export interface Party {
  party: Id;
  name: string;
  /** It takes no further part. */
  withdrawn: boolean;
}

/** Somebody of no party: the items for which he is admitted, and the parties that consent. */
export interface Guest {
  items: readonly string[];
  consents: readonly Id[];
}

/** When the session is to meet. */
export interface Meeting {
  meeting: Id;
  at: string;
  minutes: number;
  sequence: number;
  cancelled: boolean;
}

export interface Hall {
  reference: string;
  title: string;
  kind: SessionKind | null;
  languages: readonly string[];
  phase: Phase;
  outcome: Outcome | null;
  protocols: readonly ProtocolProposed[];
  meetings: readonly Meeting[];
  parties: readonly Party[];
  /** Parties that wait for consent to join, or to come back. */
  joining: readonly { party: Id; name: string; consents: readonly Id[] }[];
  guests: Readonly<Record<Id, Guest>>;
  /** Objections that are not decided. */
  objections: readonly { person: Id; party: Id }[];
  proposedMediators: readonly { person: Id; name: string; consents: readonly Id[] }[];
  interpreters: Readonly<Record<Id, Assignment>>;
  /** Who are physically with participants, as the hall was told. */
  companions: readonly Companion[];
  mediatorsAbsent: boolean;
  notices: readonly HallNotice[];
}

export type Standing = 'registered' | 'undertaking' | 'lobby' | 'admitted' | 'removed';

/** What the secretariat and the mediators know of a person's way in. */
export interface Registered extends Person {
  standing: Standing;
  invitation: { state: 'none' | 'issued' | 'redeemed' | 'revoked'; expires: string | null };
  /** Who are physically with him: in the lobby the hall has not been told of them yet. */
  companions: readonly Companion[];
  onOrderOf: string | null;
}

export interface Self extends Person {
  partyName: string | null;
  title: string;
  standing: Exclude<Standing, 'registered' | 'removed'>;
}

export interface Device {
  device: Id;
  person: Id;
  label: string;
  state: 'open' | 'pending' | 'confirmed' | 'revoked';
}

export interface Invite {
  invite: Id;
  person: Id;
  room: Id;
  roomName: string;
  state: 'open' | 'accepted' | 'declined' | 'lapsed';
}

/** An arrangement that the bench keeps. */
export interface SavedArrangement {
  arrangement: Id;
  name: string;
  moves: readonly Move[];
}

/** The time of every party up to a moment; from then on each is in its mode. */
export interface Times {
  at: string;
  parties: readonly TimeOfParty[];
}

export interface Bench {
  circle: Id;
  number: number;
  mediators: readonly Id[];
  rooms: readonly RoomOnFloor[];
  wentHome: readonly Id[];
  /** Where those had been who were moved last; null: nobody was. */
  before: readonly RoomAsBefore[] | null;
  saved: readonly SavedArrangement[];
  times: Times | null;
  /** Where each guest may be placed. */
  guestRooms: Readonly<Record<Id, readonly Id[]>>;
  deadlines: Readonly<Record<Id, string>>;
  recalls: Readonly<Record<Id, RecallTold>>;
  byTurn: readonly Id[];
  /** The last knock of each mediator at each home room: the answer, when there is one, and how many there have been. */
  knocks: readonly { room: Id; mediator: Id; comeIn: boolean | null; count: number }[];
  talk: readonly Said[];
}

/** A call to the mediators that has not ended. */
export interface Call {
  call: Id;
  person: Id;
  urgency: Urgency;
  text: string | null;
  claimedBy: Id | null;
}

/** A mediator's word from elsewhere. */
export interface Word {
  key: string;
  at: string;
  by: Id;
  party: Id | null;
  person: Id | null;
  text: string;
  language: string;
  /** Not a mediator's word, but words from a caucus released to this person alone. */
  released?: Released;
}

/** Everything this participant knows of the session, and nothing else: a fold over the events that reached him. */
export interface SessionView {
  /** Circles that had ended before the outline from which this view began. */
  closedBefore: ClosedCircles | null;
  circles: Readonly<Record<Id, CircleHeld>>;
  self: Self | null;
  people: Readonly<Record<Id, Person>>;
  authorities: Readonly<Record<Id, readonly Authority[]>>;
  hall: Hall;
  sittings: readonly Sitting[];
  delegation: { circle: Id; talk: readonly Said[] } | null;
  delegationListed: readonly Id[];
  bench: Bench | null;
  earlierBenches: readonly { circle: Id; number: number; talk: readonly Said[] }[];
  registry: Readonly<Record<Id, Registered>> | null;
  /** Those who are physically with this participant, also before he is admitted. */
  companions: readonly Companion[];
  devices: readonly Device[];
  invites: readonly Invite[];
  calls: readonly Call[];
  /** Why a party objects, by person and party, as far as one was told. */
  reasons: Readonly<Record<string, string>>;
  words: readonly Word[];
  renditions: readonly Rendition[];
  briefings: readonly Briefing[];
  /** How many copies of sittings have come. */
  copies: number;
  /** What all parties and mediators share now: a later one ends the earlier. */
  table: Id | null;
  /** The agenda. */
  issues: Readonly<Record<Id, Issue>>;
  /** What the parties put down, as far as it reached this participant. */
  positions: Positions;
  /** Proposals of the mediators, as far as one was told. */
  proposals: readonly Proposal[];
  /** Proposals from party to party, as far as one was told. */
  partyProposals: readonly PartyProposal[];
  /** What the parties have come to; null: nothing that stands was stated. */
  result: Result | null;
  /** Settlement agreements at the table, the void ones too. */
  settlements: readonly Settlement[];
  /** Of those that all have signed, what the hall knows. */
  concluded: readonly Concluded[];
  /** Those on their way to the public, as far as one was told. */
  statements: readonly Statement[];
  /** Texts that one writes or reads with others, by circle. */
  drafts: Readonly<Record<Id, Draft>>;
  /** Circles of remarks, and the circle of the draft that each is about. */
  remarks: Readonly<Record<Id, Id>>;
  statementNotices: readonly StatementNotice[];
  /** What is public; null: nothing has ever been. */
  feed: Feed | null;
}

export const emptyView: SessionView = {
  closedBefore: null,
  circles: {},
  self: null,
  people: {},
  authorities: {},
  hall: {
    reference: '', title: '', kind: null, languages: [], phase: 'preparing', outcome: null, protocols: [], meetings: [], parties: [],
    joining: [], guests: {}, objections: [], proposedMediators: [], interpreters: {}, companions: [], mediatorsAbsent: false, notices: [],
  },
  sittings: [],
  delegation: null,
  delegationListed: [],
  bench: null,
  earlierBenches: [],
  registry: null,
  companions: [],
  devices: [],
  invites: [],
  calls: [],
  reasons: {},
  words: [],
  renditions: [],
  briefings: [],
  copies: 0,
  table: null,
  issues: {},
  positions: {},
  proposals: [],
  partyProposals: [],
  result: null,
  settlements: [],
  concluded: [],
  statements: [],
  drafts: {},
  remarks: {},
  statementNotices: [],
  feed: null,
};
