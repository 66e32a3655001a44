import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Digest } from '../parts/Digest';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partyName } from '../session/select';
import type { Settlement } from '../session/settlements';
import { digestOf } from './digest';
import { Whole } from './Whole';

/** The whole settlement, that one has read it, and under it the signature: what is signed is what stands on screen. */
export function SignDialog({ settlement, onClose }: { settlement: Settlement; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem, setProblem } = useAct();
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const party = partyName(view, view.self?.party ?? null);
  const sign = async () => {
    const digest = await digestOf(settlement);
    if (digest === null) return setProblem(t('statement.clear.impossible'));
    if (digest !== settlement.digest) return setProblem(t('settlement.sign.differs'));
    const reply = await act({ type: 'settlement.sign', settlement: settlement.settlement, digest });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('settlement.sign.title', { party })} lead={t('settlement.sign.lead')} onClose={onClose}>
      <Whole settlement={settlement} />
      <Digest of={settlement.digest} />
      <label className="check"><input type="checkbox" checked={read} onChange={(e) => setRead(e.currentTarget.checked)} /><span>{t('settlement.sign.read')}</span></label>
      <Problem sentence={problem} />
      {asked ? (
        <div role="group" aria-label={t('proposal.confirm')} className="stack">
          <p><strong>{t('settlement.sign.confirm', { party })}</strong></p>
          <div className="buttons">
            <button type="button" onClick={() => setAsked(false)}>{t('proposal.back')}</button>
            <button type="button" className="primary" disabled={busy || !read} onClick={() => void sign()}>{t('settlement.sign.do', { party })}</button>
          </div>
        </div>
      ) : (
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('proposal.later')}</button>
          <button type="button" className="primary" disabled={!read} onClick={() => setAsked(true)}>{t('settlement.sign')}</button>
        </div>
      )}
    </Dialog>
  );
}
