import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { PartyProposalCard } from './PartyProposalCard';
import { mayWrite } from './standing';
import { WriteDialog } from './WriteDialog';

/** Proposals between parties, the newest first, as far as they concern this participant. */
export function PartyProposalsPanel() {
  const { view } = useSession();
  const [writing, setWriting] = useState(false);
  const may = mayWrite(view);
  if (view.partyProposals.length === 0 && !may) return null;
  return (
    <section className="proposals stack" aria-labelledby="party-proposals-title">
      <header className="row spread">
        <h2 id="party-proposals-title">{t('partyProposal.title')}</h2>
        {may && <button type="button" onClick={() => setWriting(true)}>{t('partyProposal.write')}</button>}
      </header>
      {view.partyProposals.toReversed().map((one) => <PartyProposalCard key={one.proposal} proposal={one} />)}
      {writing && <WriteDialog instead={null} onClose={() => setWriting(false)} />}
    </section>
  );
}
