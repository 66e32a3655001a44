import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { digestOf } from '../mediatorsProposals/answering';
import { Content } from '../mediatorsProposals/Content';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partyName } from '../session/select';
import type { PartyProposal } from '../session/partyProposals';

/** Yes or no to exactly what stands on screen, confirmed. */
export function AnswerDialog({ proposal, onClose }: { proposal: PartyProposal; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem, setProblem } = useAct();
  const [yes, setYes] = useState<boolean | null>(null);
  const party = partyName(view, view.self?.party ?? null);
  const answer = async (chosen: boolean) => {
    const digest = await digestOf(proposal.language, proposal.text, proposal.values, proposal.if);
    if (digest === null) return setProblem(t('statement.clear.impossible'));
    const reply = await act({ type: 'partyProposal.answer', proposal: proposal.proposal, digest, yes: chosen });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={proposal.title} lead={t(proposal.if ? 'bracket.answer.lead' : 'partyProposal.answer.lead', { party: partyName(view, proposal.party) })} onClose={onClose}>
      <Content proposal={proposal} />
      <Problem sentence={problem} />
      {yes === null ? (
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('proposal.later')}</button>
          <button type="button" onClick={() => setYes(false)}>{t('partyProposal.refuse')}</button>
          <button type="button" onClick={() => setYes(true)}>{t('partyProposal.accept')}</button>
        </div>
      ) : (
        <div role="group" aria-label={t('proposal.confirm')} className="stack">
          <p><strong>{t(!yes ? 'partyProposal.confirm.refuse' : proposal.if ? 'bracket.confirm.accept' : 'partyProposal.confirm.accept', { party, other: partyName(view, proposal.party) })}</strong></p>
          <div className="buttons">
            <button type="button" onClick={() => setYes(null)}>{t('proposal.back')}</button>
            <button type="button" className="primary" disabled={busy} onClick={() => void answer(yes)}>{t('proposal.confirm.do', { party })}</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
