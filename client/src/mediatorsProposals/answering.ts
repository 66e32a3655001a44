import { sha256 } from '../parts/sha256';
import { hasWithdrawn, holds, isUnderWay } from '../session/select';
import type { Proposal } from '../session/proposals';
import type { SessionView } from '../session/view';
import type { ProposedValue } from '../wire/proposals';

/** Whether the present question can still be answered by a moment of the server's clock. */
export const isOpen = ({ stage, deadline }: Proposal, now: number): boolean => (stage === 'offered' || stage === 'made') && Date.parse(deadline) > now;

/** Whether one's party is asked, and has not answered. */
export const isAsked = (view: SessionView, one: Proposal): boolean => {
  const party = view.self?.party ?? null;
  return party !== null && one.parties.includes(party) && !hasWithdrawn(view, party) && one.own === null
    && (one.stage === 'offered' || one.stage === 'made') && isUnderWay(view);
};

/** Whether this participant answers for his party. */
export const mayAnswer = (view: SessionView, one: Proposal): boolean => isAsked(view, one) && holds(view, 'accept');

/** Names exactly what stands on screen; null: this browser reckons no digest here. */
export const digestOf = (language: string, text: string, values: readonly ProposedValue[], asked: readonly ProposedValue[] | null = null): Promise<string | null> =>
  sha256([language, text, ...lines(values), ...(asked ? ['if', ...lines(asked)] : [])].join('\n'));

const lines = (values: readonly ProposedValue[]) => values.map((one) => `${one.issue} ${one.value}`);
