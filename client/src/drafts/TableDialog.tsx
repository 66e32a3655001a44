import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { MakeDialog } from '../mediatorsProposals/MakeDialog';
import { OfferDialog } from '../mediatorsProposals/OfferDialog';
import { WriteDialog } from '../partyProposals/WriteDialog';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import type { Tabled } from './tabled';

/** A frozen version becomes the text of a proposal: of one's party, or of the mediators to parties that would receive one. */
export function TableDialog({ one, onClose }: { one: Tabled; onClose: () => void }) {
  const { view } = useSession();
  const awaited = view.proposals.filter((proposal) => proposal.stage === 'awaited');
  const [chosen, setChosen] = useState(awaited.length === 1 ? awaited[0]!.proposal : null);
  if (view.self?.role !== 'mediator') return <WriteDialog instead={null} tabled={one} onClose={onClose} />;
  const { draft: { title }, version: { number, brackets } } = one;
  const proposal = awaited.find((other) => other.proposal === chosen);
  if (brackets === 0 && proposal) return <MakeDialog proposal={proposal} tabled={one} onClose={onClose} />;
  if (brackets === 0 && awaited.length === 0) return <OfferDialog lead={t('draft.propose.offer', { number, title })} onClose={onClose} />;
  return (
    <Dialog open title={t('draft.propose.title', { number, title })} {...(brackets === 0 ? { lead: t('draft.propose.which') } : {})} onClose={onClose}>
      {brackets > 0
        ? <Problem sentence={t('draft.propose.unclean', { count: brackets })} />
        : <ul className="plain stack-tight">{awaited.map((other) => <li key={other.proposal}><button type="button" dir="auto" onClick={() => setChosen(other.proposal)}>{other.title}</button></li>)}</ul>}
      <div className="buttons"><button type="button" onClick={onClose}>{t('draft.compare.close')}</button></div>
    </Dialog>
  );
}
