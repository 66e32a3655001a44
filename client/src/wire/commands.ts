import type { Authority, Consequences, Id, Outcome, Phase, Protocol, Role, Urgency } from './protocol';
import type { DraftCommand } from './drafts';
import type { PartyProposalCommand } from './partyProposals';
import type { ResultCommand } from './results';
import type { SettlementCommand } from './settlements';
import type { PositionCommand } from './positions';
import type { ProposalCommand } from './proposals';
import type { StatementCommand } from './statements';

/** Somewhere to put people: a room, or (null) each to his own home. */
export interface Move {
  room: Id | null;
  people: Id[];
  parties: Id[];
}

/** What an arrangement was decided on: the sitting each person and each room was seen in. */
export interface Basis {
  people: Record<Id, Id>;
  rooms: Record<Id, Id | null>;
}

/** What a mediator has been shown and has affirmed a second time. */
export type Confirm = Pick<Consequences, 'meetings' | 'takenOut'>;

export interface Arrange {
  type: 'arrange';
  moves: Move[];
  basis: Basis;
  confirm?: Confirm;
}

export type Command =
  | { type: 'party.add'; party: Id; name: string }
  | { type: 'party.retract' | 'party.withdraw'; party: Id }
  | { type: 'person.register'; person: Id; name: string; role: Role; party?: Id }
  | { type: 'credentials.record'; person: Id; authorities: Authority[] }
  | { type: 'authority.grant' | 'authority.revoke'; person: Id; authority: Authority }
  | { type: 'protocol.propose'; protocol: Protocol }
  | { type: 'protocol.accept'; number: number }
  | { type: 'meeting.set'; meeting: Id; at: string; minutes: number }
  | { type: 'meeting.cancel'; meeting: Id }
  | { type: 'phase.change'; to: Exclude<Phase, 'preparing'>; outcome?: Outcome }
  | { type: 'undertaking.give'; text: string }
  | { type: 'mediator.consent'; mediator: Id }
  | { type: 'consent.give' | 'consent.withdraw'; person?: Id; party?: Id }
  | { type: 'objection.make'; person: Id; reason: string }
  | { type: 'objection.withdraw'; person: Id }
  | { type: 'objection.decide'; person: Id; party: Id; sustained: boolean }
  | { type: 'guest.admit'; person: Id; rooms: Id[]; items: string[] }
  | { type: 'mediator.resign'; bench: Id }
  | { type: 'person.admit'; people: Id[] }
  | { type: 'person.suspend'; person: Id }
  | { type: 'person.remove'; person: Id; onOrderOf?: string }
  | { type: 'interpreter.assign'; interpreter: Id; people: Id[]; party: Id | null; session: boolean }
  | { type: 'companion.declare'; companion: Id; name: string; text: string }
  | { type: 'companion.end'; companion: Id }
  | { type: 'device.confirm' | 'device.revoke'; device: Id }
  | { type: 'room.make' | 'room.rename'; room: Id; name: string }
  | { type: 'room.close'; room: Id; sitting: Id | null; confirm?: Confirm }
  | Arrange
  | { type: 'arrangement.save'; arrangement: Id; name: string; moves: Move[] }
  | { type: 'arrangement.rename'; arrangement: Id; name: string }
  | { type: 'arrangement.forget'; arrangement: Id }
  | { type: 'home.go'; sitting: Id; delegation: boolean }
  | { type: 'invite.make'; invite: Id; person: Id; room: Id; confirm?: Confirm }
  | { type: 'invite.accept'; invite: Id; delegation: boolean }
  | { type: 'invite.decline'; invite: Id }
  | { type: 'recall.announce'; room: Id; sitting: Id; grace: number; confirm?: Confirm }
  | { type: 'recall.callOff'; room: Id }
  | { type: 'deadline.set'; room: Id; at: string | null }
  | { type: 'turns.set'; room: Id; byTurn: boolean }
  | { type: 'hand.raise'; sitting: Id; up: boolean }
  | { type: 'floor.give'; sitting: Id; to: Id | null }
  | { type: 'knock'; sitting: Id }
  | { type: 'knock.answer'; sitting: Id; mediator: Id; comeIn: boolean }
  | { type: 'link.set'; sitting: Id; address: string | null }
  | { type: 'call.make'; call: Id; urgency: Urgency; text: string }
  | { type: 'call.claim' | 'call.end'; call: Id }
  | { type: 'render'; sitting: Id; offset: number; text: string; language: string }
  | { type: 'release'; sitting: Id; offset: number; parties: Id[]; people: Id[]; bench: boolean }
  | { type: 'briefing.make'; person: Id; sitting: Id }
  | { type: 'word.send'; party?: Id; person?: Id; text: string; language: string }
  | StatementCommand
  | DraftCommand
  | PositionCommand
  | ProposalCommand
  | PartyProposalCommand
  | ResultCommand
  | SettlementCommand
  | Say;

/** Speech, in one of the three places where one can speak. */
export type Say =
  | { type: 'say'; sitting: Id; text: string; language: string; replyTo?: number; marked?: boolean; files?: Id[] }
  | { type: 'delegation.say'; text: string; language: string; replyTo?: number; files?: Id[] }
  | { type: 'bench.say'; bench: Id; text: string; language: string; replyTo?: number; files?: Id[] };

/** Whether a command carries speech, which must never be lost silently. */
export const isSay = (command: Command): command is Say =>
  command.type === 'say' || command.type === 'delegation.say' || command.type === 'bench.say';
