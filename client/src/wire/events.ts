import type { Move } from './commands';
import type { DraftEvent } from './drafts';
import type { PartyProposalEvent } from './partyProposals';
import type { ResultEvent } from './results';
import type { SettlementEvent } from './settlements';
import type { PositionEvent } from './positions';
import type { ProposalEvent } from './proposals';
import type { StatementEvent } from './statements';
import type { Authority, CircleKind, Companion, Consequences, DeadlineStage, Disclosure, Id, Outcome, Phase, Protocol, Refusal, Role, RoomAsBefore, RoomKind, RoomOnFloor, SaidFile, SessionKind, TimeOfParty, Urgency } from './protocol';

/** One line of one circle's log. */
export interface Envelope {
  circle: Id;
  kind: CircleKind;
  offset: number;
  hash: string;
  at: string;
  body: EventBody;
}

/** Events before the cursors of an outline. */
export interface Past {
  events: Envelope[];
  more: boolean;
}

export type ReadReply = { ok: true; events: Envelope[]; more: boolean; renditions?: Envelope[] | null } | { ok: false; refusal: Refusal };

/** A sitting that ended: its first event, and how many it has. */
export interface EarlierSitting {
  opened: Envelope;
  events: number;
}

export type SittingsReply = { ok: true; sittings: EarlierSitting[] } | { ok: false; refusal: Refusal };

export type MeetingEvent =
  | { type: 'meeting.set'; meeting: Id; at: string; minutes: number; sequence: number }
  | { type: 'meeting.cancelled'; meeting: Id; sequence: number };

/** Where a search goes on. */
export interface SearchPlace {
  circle: Id;
  before: number;
}

/** What was found, the newest circle first, in it the newest first; `next`: there is more to look through. */
export type SearchReply = { ok: true; events: Envelope[]; next: SearchPlace | null } | { ok: false; refusal: Refusal };

export type HallEvent =
  | { type: 'session.prepared'; reference: string; title: string; kind: SessionKind; languages: string[] }
  | { type: 'phase.changed'; phase: Phase; outcome: Outcome | null }
  | MeetingEvent
  | { type: 'protocol.proposed'; number: number; protocol: Protocol }
  | { type: 'protocol.accepted'; number: number; party: Id }
  | { type: 'party.added'; party: Id; name: string }
  | { type: 'party.proposed'; party: Id; name: string }
  | { type: 'party.retracted' | 'party.withdrawn'; party: Id }
  | { type: 'consent.given'; by: Id; person: Id | null; party: Id | null }
  | { type: 'consent.withdrawn'; by: Id; person: Id | null; party: Id | null; standing: Id[] }
  | { type: 'objection.made' | 'objection.withdrawn'; person: Id; party: Id }
  | { type: 'objection.decided'; person: Id; party: Id; sustained: boolean }
  | { type: 'guest.items'; person: Id; items: string[] }
  | { type: 'person.announced'; person: Id; name: string; role: Role; party: Id | null }
  | { type: 'person.left'; person: Id }
  | { type: 'interpreter.assigned'; interpreter: Id; people: Id[]; party: Id | null; session: boolean }
  | { type: 'companion.announced'; companion: Id; name: string; with: Id }
  | { type: 'companion.left'; companion: Id }
  | { type: 'mediator.proposed'; person: Id; name: string }
  | { type: 'mediator.consented'; mediator: Id; party: Id }
  | { type: 'caucus.began' | 'caucus.ended'; parties: Id[] }
  | { type: 'caucuses.held'; caucuses: Id[][] }
  | { type: 'mediators.absent' | 'mediators.back' };

/** Rooms and time. */
export type RoomEvent =
  | { type: 'deadline.set'; room: Id; at: string | null }
  | { type: 'recall.announced'; room: Id; at: string; people: readonly Id[] }
  | { type: 'recall.calledOff'; room: Id }
  | { type: 'deadline.near'; room: Id; at: string; stage: DeadlineStage }
  | { type: 'turns.set'; room: Id; byTurn: boolean }
  | { type: 'hand.raised'; person: Id; up: boolean }
  | { type: 'floor.given'; to: Id | null }
  | { type: 'knocked'; room: Id; mediator: Id }
  | { type: 'knock.answered'; room: Id; mediator: Id; comeIn: boolean }
  | { type: 'link.set'; by: Id; address: string | null }
  | { type: 'call.made'; call: Id; person: Id; urgency: Urgency; text: string | null }
  | { type: 'call.claimed'; call: Id; by: Id }
  | { type: 'call.ended'; call: Id; how: 'answered' | 'withdrawn' }
  | { type: 'word.sent'; by: Id; party: Id | null; person: Id | null; text: string; language: string };

export type PeopleEvent =
  | { type: 'registry.opened' }
  | { type: 'person.registered'; person: Id; name: string; role: Role; party: Id | null }
  | { type: 'invitation.issued'; person: Id; expires: string }
  | { type: 'invitation.revoked' | 'invitation.redeemed'; person: Id }
  | { type: 'undertaking.given'; person: Id; text: string }
  | { type: 'person.admitted' | 'person.suspended'; person: Id }
  | { type: 'companion.declared'; companion: Id; name: string; with: Id; text: string }
  | { type: 'companion.ended'; companion: Id; with: Id }
  | { type: 'person.removed'; person: Id; by: 'party' | 'secretariat' | 'resigned' | 'objection'; onOrderOf: string | null }
  | { type: 'authorities.set'; person: Id; authorities: Authority[] };

export type OwnEvent =
  | MeetingEvent
  | { type: 'self.opened'; person: Id; name: string; role: Role; party: Id | null; partyName: string | null; title: string }
  | { type: 'delegation.listed'; people: { person: Id; name: string; role: Role }[] }
  | { type: 'device.opened' | 'device.pending'; device: Id; person: Id; label: string }
  | { type: 'device.confirmed'; device: Id; person: Id; by: Id }
  | { type: 'device.revoked'; device: Id; person: Id }
  | { type: 'delegation.opened'; party: Id };

export type BenchEvent =
  | { type: 'bench.opened'; number: number; mediators: Id[]; floor: RoomOnFloor[] }
  | { type: 'room.made'; room: Id; kind: RoomKind; name: string; party: Id | null }
  | { type: 'room.renamed'; room: Id; name: string }
  | { type: 'room.closed'; room: Id }
  | { type: 'floor.changed'; rooms: RoomOnFloor[] }
  | { type: 'floor.before'; rooms: RoomAsBefore[] }
  | { type: 'arrangement.saved'; arrangement: Id; name: string; moves: Move[] }
  | { type: 'arrangement.forgotten'; arrangement: Id }
  | { type: 'time.counted'; at: string; parties: TimeOfParty[] }
  | { type: 'went.home'; people: Id[] }
  | { type: 'guest.rooms'; person: Id; rooms: Id[] };

/** Told to the mediators and to the party that objects. */
export type ReasonEvent = { type: 'objection.reasoned'; person: Id; party: Id; reason: string };

export type InviteEvent =
  | { type: 'invite.made'; invite: Id; person: Id; room: Id; roomName: string }
  | { type: 'invite.confirmed'; invite: Id; confirmed: Pick<Consequences, 'meetings' | 'takenOut'> }
  | { type: 'invite.accepted' | 'invite.declined' | 'invite.lapsed'; invite: Id; person: Id };

export type SittingEvent =
  | { type: 'sitting.opened'; room: Id; name: string; kind: RoomKind; people: Id[]; companions?: Companion[] | null }
  | { type: 'said'; by: Id; text: string; language: string; rule: Disclosure; command?: Id | null; replyTo?: number | null; marked?: boolean; files?: SaidFile[] | null };

/** What belongs to something said, wherever that was. */
export type SpeechEvent =
  | { type: 'rendered'; by: Id; sitting: Id; offset: number; text: string; language: string; command?: Id | null }
  | ({ type: 'released' } & Released)
  | ({ type: 'release.made' } & ReleaseMade);

/** A copy of a sitting, for one who came later; and that it was made, for those who sat there. */
export type BriefingEvent =
  | { type: 'briefing.opened'; by: Id; person: Id; sitting: Id; name: string; kind: RoomKind; people: Id[]; satAt: string }
  | { type: 'briefing.told'; by: Id; saidAt: string; text: string; language: string; replyTo: number | null; renders: number | null; files: string[] }
  | { type: 'briefing.made'; by: Id; person: Id; sitting: Id; offset: number };

/** Words from a caucus, for those who were named. */
export interface Released {
  source: Id;
  text: string;
  language: string;
  saidAt: string;
  through: 'source' | 'mediator';
}

/** For the record: what was let out, by whom, to whom. */
export interface ReleaseMade {
  by: Id;
  source: Id;
  sitting: Id;
  offset: number;
  parties: Id[];
  people: Id[];
  bench: boolean;
  through: 'source' | 'mediator';
}

export type EventBody = HallEvent | PeopleEvent | OwnEvent | BenchEvent | InviteEvent | SittingEvent | SpeechEvent | RoomEvent | ReasonEvent | BriefingEvent | StatementEvent | PositionEvent | ProposalEvent | DraftEvent | PartyProposalEvent | ResultEvent | SettlementEvent;
