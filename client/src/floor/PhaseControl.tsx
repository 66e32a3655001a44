import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { type Outcome, outcomes } from '../wire/protocol';

/** Opens, adjourns and concludes the session. */
export function PhaseControl() {
  const { view } = useSession();
  const { phase } = view.hall;
  const { act, busy, problem, setProblem } = useAct();
  const [concluding, setConcluding] = useState(false);
  const [adjourning, setAdjourning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('settled');
  const conclude = async () => {
    const reply = await act({ type: 'phase.change', to: 'concluded', outcome });
    if (reply.ok) setConcluding(false);
  };
  const adjourn = async () => {
    const reply = await act({ type: 'phase.change', to: 'adjourned' });
    if (reply.ok) setAdjourning(false);
  };
  return (
    <div className="row">
      {phase !== 'open' && (
        <button type="button" className="primary" disabled={busy} onClick={() => void act({ type: 'phase.change', to: 'open' })}>
          {t(phase === 'preparing' ? 'phase.do.open' : phase === 'adjourned' ? 'phase.do.resume' : 'phase.do.reopen')}
        </button>
      )}
      {phase === 'open' && <button type="button" onClick={() => setAdjourning(true)}>{t('phase.do.adjourn')}</button>}
      {(phase === 'open' || phase === 'adjourned') && <button type="button" onClick={() => setConcluding(true)}>{t('phase.do.conclude')}</button>}
      {!concluding && !adjourning && problem && (
        <Dialog open title={t('phase.refused')} onClose={() => setProblem(null)}><Problem sentence={problem} /></Dialog>
      )}
      <Dialog open={adjourning} title={t('phase.do.adjourn')} lead={t('phase.adjourn.lead')} onClose={() => setAdjourning(false)}>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={() => setAdjourning(false)}>{t('form.cancel')}</button>
          <button type="button" className="primary" disabled={busy} onClick={() => void adjourn()}>{t('phase.do.adjourn')}</button>
        </div>
      </Dialog>
      <Dialog open={concluding} title={t('phase.do.conclude')} lead={t('phase.conclude.lead')} onClose={() => setConcluding(false)}>
        <fieldset className="choices">
          <legend className="eyebrow">{t('phase.outcome')}</legend>
          {outcomes.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
              <span>{t(`outcome.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={() => setConcluding(false)}>{t('form.cancel')}</button>
          <button type="button" className="primary" disabled={busy} onClick={() => void conclude()}>{t('phase.do.conclude')}</button>
        </div>
      </Dialog>
    </div>
  );
}
