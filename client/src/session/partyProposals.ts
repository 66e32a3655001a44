import type { Envelope } from '../wire/events';
import type { PartyProposalEvent, ProposalStanding } from '../wire/partyProposals';
import type { ProposedValue } from '../wire/proposals';
import type { Id } from '../wire/protocol';
import type { SessionView } from './view';

/** A proposal of a party, as far as one was told. */
export interface PartyProposal {
  proposal: Id;
  party: Id;
  title: string;
  text: string;
  language: string;
  values: readonly ProposedValue[];
  /** The one that it takes the place of, or counters, as far as one knows of it. */
  instead: Id | null;
  /** Of a bracket: where the recipient would have to go for it; null: it is none. */
  if: readonly ProposedValue[] | null;
  openly: boolean;
  expires: string | null;
  /** Of those whom it is meant for, where it stands; a recipient knows of himself alone. Nobody: the mediators do not have it yet. */
  standing: Readonly<Record<Id, ProposalStanding>>;
  /** Of one that was conveyed openly to one's party: whom else it is meant for. */
  others: readonly Id[] | null;
  at: string;
}

const types: ReadonlySet<string> = new Set<PartyProposalEvent['type']>([
  'partyProposal.written', 'partyProposal.held', 'partyProposal.conveyed', 'partyProposal.answered', 'proposalStanding.changed',
]);

export const isPartyProposalEvent = (body: { type: string }): body is PartyProposalEvent => types.has(body.type);

/** From its first words to its end. */
export function reducePartyProposals(view: SessionView, event: Envelope, body: PartyProposalEvent): SessionView {
  const known = view.partyProposals.find((one) => one.proposal === body.proposal);
  const put = (now: PartyProposal): SessionView => ({
    ...view, partyProposals: known ? view.partyProposals.map((one) => (one === known ? now : one)) : [...view.partyProposals, now],
  });
  switch (body.type) {
    case 'partyProposal.written': {
      const { type: _, by: __, instead = null, if: asked = null, ...says } = body;
      return known ? view : put({ ...says, instead, if: asked, party: view.self?.party ?? '', openly: false, expires: null, standing: {}, others: null, at: event.at });
    }
    case 'partyProposal.held': {
      const { type: _, parties, instead = null, if: asked = null, expires = null, ...says } = body;
      const held = Object.fromEntries(parties.map((party) => [party, 'held' as const]));
      return put({ ...says, instead, if: asked, expires, standing: { ...held, ...known?.standing }, others: null, at: known?.at ?? event.at });
    }
    case 'partyProposal.conveyed': {
      const { type: _, instead = null, if: asked = null, expires = null, others = null, ...says } = body;
      return put({ ...says, instead, if: asked, expires, others, openly: others !== null, standing: { [view.self?.party ?? '']: 'conveyed' }, at: event.at });
    }
    case 'proposalStanding.changed':
      return known ? put({ ...known, standing: { ...known.standing, [body.party]: body.standing } }) : view;
    case 'partyProposal.answered':
      return view;
  }
}
