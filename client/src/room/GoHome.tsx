import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { holds } from '../session/select';
import type { Sitting } from '../session/view';

/** Mediation is voluntary: anybody may go home at any time, and comes back only by accepting an invitation. */
export function GoHome({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  if (sitting.kind !== 'joint' && sitting.kind !== 'caucus') return null;
  const go = async (delegation: boolean) => {
    const reply = await act({ type: 'home.go', sitting: sitting.sitting, delegation });
    if (reply.ok) setAsking(false);
  };
  return (
    <div className="go-home">
      <button type="button" className="quiet" onClick={() => setAsking(true)}>{t('home.go')}</button>
      <Dialog open={asking} title={t('home.title')} lead={t('home.lead')} onClose={() => setAsking(false)}>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={() => setAsking(false)}>{t('home.stay')}</button>
          {holds(view, 'appoint') && <button type="button" disabled={busy} onClick={() => void go(true)}>{t('home.delegation')}</button>}
          <button type="button" className="primary" disabled={busy} onClick={() => void go(false)}>{t('home.alone')}</button>
        </div>
      </Dialog>
    </div>
  );
}
