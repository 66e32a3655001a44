import type { TabledVersion } from './drafts';
import type { Id } from './protocol';
import type { ProposedValue } from './proposals';

/** Proposals from one party to another, by way of the mediators. */

export type ProposalStanding = 'held' | 'authorised' | 'conveyed' | 'accepted' | 'refused' | 'countered' | 'withdrawn' | 'superseded' | 'expired';

export type PartyProposalCommand =
  | { type: 'partyProposal.write'; proposal: Id; title: string; text: string; language: string; values: ProposedValue[]; instead?: Id; if?: ProposedValue[]; from?: TabledVersion }
  | { type: 'partyProposal.hand'; proposal: Id; parties: Id[]; openly: boolean; expires?: string }
  | { type: 'partyProposal.authorise' | 'partyProposal.recall'; proposal: Id }
  | { type: 'partyProposal.convey'; proposal: Id; parties: Id[] }
  | { type: 'partyProposal.answer'; proposal: Id; digest: string; yes: boolean };

interface Says {
  proposal: Id;
  title: string;
  text: string;
  language: string;
  values: ProposedValue[];
  instead?: Id | null;
  /** Of a bracket: where the recipient would have to go for it. */
  if?: ProposedValue[] | null;
}

export type PartyProposalEvent =
  | ({ type: 'partyProposal.written'; by: Id } & Says)
  | ({ type: 'partyProposal.held'; party: Id; parties: Id[]; openly: boolean; expires?: string | null } & Says)
  | ({ type: 'partyProposal.conveyed'; party: Id; others?: Id[] | null; expires?: string | null } & Says)
  | { type: 'partyProposal.answered'; proposal: Id; by: Id; yes: boolean }
  | { type: 'proposalStanding.changed'; proposal: Id; party: Id; standing: ProposalStanding };
