import type { TabledVersion } from './drafts';
import type { Id } from './protocol';

/** Proposals of the mediators: blind to receive, blind to answer. */

export type ProposalResult = 'allAgreed' | 'notAgreed' | 'calledOff';

/** A value that is proposed for an issue. */
export interface ProposedValue {
  issue: Id;
  value: string;
}

/** To a proposal, by a party; null: it was silent, or has withdrawn. */
export interface PartyAnswer {
  party: Id;
  yes?: boolean | null;
}

export type ProposalCommand =
  | { type: 'proposal.offer'; proposal: Id; title: string; parties: Id[]; deadline: string }
  | { type: 'offer.answer'; proposal: Id; yes: boolean }
  | { type: 'proposal.make'; proposal: Id; text: string; language: string; values: ProposedValue[]; deadline: string; from?: TabledVersion }
  | { type: 'proposal.answer'; proposal: Id; digest: string; yes: boolean }
  | { type: 'proposal.callOff'; proposal: Id };

export type ProposalEvent =
  | { type: 'proposal.offered'; proposal: Id; title: string; parties: Id[]; deadline: string }
  | { type: 'offer.answered' | 'proposal.answered'; proposal: Id; by: Id; yes: boolean }
  | { type: 'offer.ended' | 'proposal.ended'; proposal: Id; result: ProposalResult }
  | { type: 'proposal.made'; proposal: Id; text: string; language: string; values: ProposedValue[]; deadline: string }
  | { type: 'answers.opened'; proposal: Id; answers: PartyAnswer[] };
