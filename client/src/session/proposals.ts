import type { Envelope } from '../wire/events';
import type { PartyAnswer, ProposalEvent, ProposalResult, ProposedValue } from '../wire/proposals';
import type { Id } from '../wire/protocol';
import type { SessionView } from './view';

/** A proposal of the mediators, as far as one was told. */
export interface Proposal {
  proposal: Id;
  title: string;
  parties: readonly Id[];
  /** Asked whether one would receive it; to be made; before the parties; over. */
  stage: 'offered' | 'awaited' | 'made' | 'over';
  /** Of the present question. */
  deadline: string;
  text: string;
  language: string;
  values: readonly ProposedValue[];
  /** One's own party's, to the present question; null: none yet. */
  own: boolean | null;
  result: ProposalResult | null;
  /** When it was over. */
  endedAt: string | null;
  /** For the mediators, when it was over by itself. */
  answers: readonly PartyAnswer[];
}

const types: ReadonlySet<string> = new Set<ProposalEvent['type']>([
  'proposal.offered', 'offer.answered', 'offer.ended', 'proposal.made', 'proposal.answered', 'proposal.ended', 'answers.opened',
]);

export const isProposalEvent = (body: { type: string }): body is ProposalEvent => types.has(body.type);

/** From the question whether one would be received to its end. */
export function reduceProposals(view: SessionView, event: Envelope, body: ProposalEvent): SessionView {
  const known = view.proposals.find((one) => one.proposal === body.proposal);
  if (body.type === 'proposal.offered') {
    // a later bench is told again what stands
    if (known) return view;
    const { proposal, title, parties, deadline } = body;
    const now: Proposal = { proposal, title, parties, deadline, stage: 'offered', text: '', language: '', values: [], own: null, result: null, endedAt: null, answers: [] };
    return { ...view, proposals: [...view.proposals, now] };
  }
  return known ? { ...view, proposals: view.proposals.map((one) => (one === known ? changed(known, event, body) : one)) } : view;
}

function changed(known: Proposal, { at }: Envelope, body: Exclude<ProposalEvent, { type: 'proposal.offered' }>): Proposal {
  switch (body.type) {
    case 'offer.answered':
    case 'proposal.answered':
      return { ...known, own: body.yes };
    case 'offer.ended':
      if (known.stage !== 'offered') return known;
      return body.result === 'allAgreed' ? { ...known, stage: 'awaited', own: null } : { ...known, stage: 'over', result: body.result, endedAt: at };
    case 'proposal.made':
      return known.stage === 'made' ? known
        : { ...known, stage: 'made', text: body.text, language: body.language, values: body.values, deadline: body.deadline, own: null };
    case 'proposal.ended':
      return { ...known, stage: 'over', result: body.result, endedAt: at };
    case 'answers.opened':
      return { ...known, answers: body.answers };
  }
}
