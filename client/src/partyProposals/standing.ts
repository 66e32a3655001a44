import { hasWithdrawn, holds, isUnderWay } from '../session/select';
import type { PartyProposal } from '../session/partyProposals';
import type { SessionView } from '../session/view';
import type { ProposalStanding } from '../wire/partyProposals';
import type { Id } from '../wire/protocol';

const pending: readonly ProposalStanding[] = ['held', 'authorised', 'conveyed'];

export const isPending = ({ standing }: PartyProposal): boolean => Object.values(standing).some((one) => pending.includes(one));

export const those = ({ standing }: PartyProposal, which: ProposalStanding): Id[] => Object.entries(standing).flatMap(([party, one]) => (one === which ? [party] : []));

export const isOwn = ({ self }: SessionView, { party }: PartyProposal): boolean => self?.party === party;

export const mayWrite = (view: SessionView): boolean =>
  view.self?.party != null && view.self.role !== 'interpreter' && !hasWithdrawn(view, view.self.party) && isUnderWay(view) && holds(view, 'submit');

/** Whether one answers it for one's party by a moment of the server's clock. */
export const mayAnswer = (view: SessionView, one: PartyProposal, now: number): boolean =>
  view.self?.party != null && one.standing[view.self.party] === 'conveyed' && !isOwn(view, one) && holds(view, 'accept') && isUnderWay(view)
  && !hasWithdrawn(view, one.party) && !hasWithdrawn(view, view.self.party) && (one.expires === null || Date.parse(one.expires) > now);

/** What it takes the place of, if one may know it. */
export const before = (view: SessionView, one: PartyProposal): PartyProposal | undefined =>
  (one.instead ? view.partyProposals.find((other) => other.proposal === one.instead) : undefined);
