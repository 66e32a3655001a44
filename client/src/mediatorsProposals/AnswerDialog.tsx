import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partyName } from '../session/select';
import type { Proposal } from '../session/proposals';
import { appearance } from '../statements/time';
import { digestOf } from './answering';
import { Content } from './Content';

/** An unqualified yes or no in two steps: chosen, then confirmed. What is answered is what stands on screen. */
export function AnswerDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem, setProblem } = useAct();
  const [yes, setYes] = useState<boolean | null>(null);
  const party = partyName(view, view.self?.party ?? null);
  const offered = proposal.stage === 'offered';
  const answer = async (chosen: boolean) => {
    if (offered) {
      const reply = await act({ type: 'offer.answer', proposal: proposal.proposal, yes: chosen });
      if (reply.ok) onClose();
      return;
    }
    const digest = await digestOf(proposal.language, proposal.text, proposal.values);
    if (digest === null) return setProblem(t('statement.clear.impossible'));
    const reply = await act({ type: 'proposal.answer', proposal: proposal.proposal, digest, yes: chosen });
    if (reply.ok) onClose();
  };
  const over = proposal.stage === 'over';
  return (
    <Dialog open title={proposal.title} lead={t(offered ? 'proposal.receive.lead' : 'proposal.answer.lead')} onClose={onClose}>
      {!offered && <Content proposal={proposal} />}
      <p className="small">{t('proposal.until', appearance(proposal.deadline))}</p>
      <p className="small soft">{t('proposal.blind')}</p>
      <Problem sentence={over ? t('proposal.overMeanwhile') : problem} />
      {yes === null ? (
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('proposal.later')}</button>
          <button type="button" disabled={over} onClick={() => setYes(false)}>{t(offered ? 'proposal.receive.no' : 'proposal.no')}</button>
          <button type="button" disabled={over} onClick={() => setYes(true)}>{t(offered ? 'proposal.receive.yes' : 'proposal.yes')}</button>
        </div>
      ) : (
        <div role="group" aria-label={t('proposal.confirm')} className="stack">
          <p><strong>{t(offered ? (yes ? 'proposal.confirm.receive' : 'proposal.confirm.notReceive') : yes ? 'proposal.confirm.yes' : 'proposal.confirm.no', { party })}</strong></p>
          <div className="buttons">
            <button type="button" onClick={() => setYes(null)}>{t('proposal.back')}</button>
            <button type="button" className="primary" disabled={busy || over} onClick={() => void answer(yes)}>{t('proposal.confirm.do', { party })}</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
