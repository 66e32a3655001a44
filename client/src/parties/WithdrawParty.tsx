import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { hasWithdrawn, holds, partyName } from '../session/select';

/** A party leaves the mediation: by a holder of *withdraw*, in two steps. */
export function WithdrawParty() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const own = view.self?.party ?? null;
  if (!own || !holds(view, 'withdraw') || hasWithdrawn(view, own) || view.hall.phase === 'concluded') return null;
  const party = partyName(view, own);
  const close = () => {
    setOpen(false);
    setSure(false);
  };
  const withdraw = async () => {
    const reply = await act({ type: 'party.withdraw', party: own });
    if (reply.ok) close();
  };
  return (
    <div>
      <button type="button" className="danger" onClick={() => setOpen(true)}>{t('party.withdraw')}</button>
      <Dialog open={open} title={t('party.withdraw.title', { party })} lead={t('party.withdraw.lead')} onClose={close}>
        <label className="check">
          <input type="checkbox" checked={sure} onChange={(e) => setSure(e.currentTarget.checked)} /> {t('party.withdraw.sure', { party })}
        </label>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={close}>{t('form.cancel')}</button>
          <button type="button" className="danger" disabled={busy || !sure} onClick={() => void withdraw()}>{t('party.withdraw.do', { party })}</button>
        </div>
      </Dialog>
    </div>
  );
}
