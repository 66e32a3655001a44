import type { Id } from './protocol';

/** Issues, and what the parties put down on them. */

export type IssueKind = 'amount' | 'quantity' | 'date' | 'choice' | 'yesNo' | 'share' | 'text';
export type IssueStatus = 'open' | 'bracketed' | 'agreedInPrinciple' | 'agreed' | 'deferred';
export type PositionKind = 'position' | 'interest' | 'priority' | 'reservationValue' | 'alternative';
export type PositionLevel = 'private' | 'confided' | 'disclosed' | 'joint';

/** To what a party has agreed. */
export interface PartyAgreement {
  party: Id;
  value: string;
}

export type PositionCommand =
  | { type: 'issue.put'; issue: Id; title: string; kind: IssueKind; options: string[]; parties: Id[]; order: number; unit?: string; package?: string }
  | { type: 'issue.edit'; issue: Id; title: string; parties: Id[]; order: number; package?: string }
  | { type: 'issue.status'; issue: Id; status: IssueStatus }
  | { type: 'issue.agree'; issue: Id; value: string }
  | { type: 'agreement.withdraw'; issue: Id }
  | { type: 'position.take'; position: Id; issue: Id; kind: PositionKind; value: string; note?: string }
  | { type: 'position.raise'; position: Id; level: PositionLevel; parties: Id[] }
  | { type: 'raise.recall' | 'position.withdraw'; position: Id };

export type PositionEvent =
  | { type: 'issue.set'; issue: Id; title: string; kind: IssueKind; options: string[]; parties: Id[]; order: number; unit?: string | null; package?: string | null }
  | { type: 'issue.statusSet'; issue: Id; status: IssueStatus }
  | { type: 'agreements.changed'; issue: Id; agreements: PartyAgreement[] }
  | { type: 'position.taken'; position: Id; issue: Id; kind: PositionKind; by: Id; value: string; note?: string | null }
  | { type: 'raise.held'; position: Id; level: PositionLevel; parties: Id[]; by: Id; at: string }
  | { type: 'raise.recalled' | 'position.withdrawn'; position: Id }
  | { type: 'position.raised'; position: Id; level: PositionLevel; parties: Id[] }
  | {
    type: 'position.shown'; position: Id; issue: Id; party: Id; kind: PositionKind; value: string; level: PositionLevel; note?: string | null;
    parties?: Id[] | null;
  };
