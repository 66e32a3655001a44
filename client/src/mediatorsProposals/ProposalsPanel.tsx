import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { isUnderWay } from '../session/select';
import { OfferDialog } from './OfferDialog';
import { ProposalCard } from './ProposalCard';

/** Proposals of the mediators, the newest first; nothing where there are none and one makes none. */
export function ProposalsPanel() {
  const { view } = useSession();
  const [offering, setOffering] = useState(false);
  const mediator = view.self?.role === 'mediator';
  const may = mediator && isUnderWay(view);
  if (!mediator && view.proposals.length === 0) return null;
  return (
    <section className="proposals stack" aria-labelledby="proposals-title">
      <header className="row spread">
        <h2 id="proposals-title">{t('proposal.title')}</h2>
        {may && <button type="button" onClick={() => setOffering(true)}>{t('proposal.offer')}</button>}
      </header>
      {view.proposals.length === 0 && <p className="small soft">{t('proposal.none')}</p>}
      {view.proposals.toReversed().map((one) => <ProposalCard key={one.proposal} proposal={one} />)}
      {offering && <OfferDialog onClose={() => setOffering(false)} />}
    </section>
  );
}
