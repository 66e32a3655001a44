import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { hasWithdrawn, personOf } from '../session/select';
import { newId } from '../wire/ids';
import type { Urgency } from '../wire/protocol';

const urgencies: Urgency[] = ['whenConvenient', 'soon', 'atOnce'];

/** Asks for the mediators, privately: only they read it. One learns who sees to it, never a place in a queue. */
export function CallMediators() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [urgency, setUrgency] = useState<Urgency>('soon');
  const [text, setText] = useState('');
  const mine = view.calls.find((c) => c.person === view.self?.person);
  if (view.self?.role === 'mediator' || view.hall.phase === 'concluded') return null;
  if (mine) {
    const by = mine.claimedBy && nameOf(personOf(view, mine.claimedBy).name);
    return (
      <div className="call-state row spread" role="status">
        <span>{by ? t('call.claimed', { name: by }) : t('call.received')}</span>
        <button type="button" className="tiny" disabled={busy} onClick={() => void act({ type: 'call.end', call: mine.call })}>{t('call.withdraw')}</button>
      </div>
    );
  }
  if (hasWithdrawn(view, view.self?.party ?? null)) return null;
  const send = async () => {
    const reply = await act({ type: 'call.make', call: newId(), urgency, text: text.trim() });
    if (!reply.ok) return;
    setAsking(false);
    setText('');
  };
  return (
    <>
      <button type="button" className="call-button" onClick={() => setAsking(true)}>{t('call.do')}</button>
      <Dialog open={asking} title={t('call.do')} lead={t('call.lead')} onClose={() => setAsking(false)}>
        <form className="stack" onSubmit={(event) => { event.preventDefault(); void send(); }}>
          <Field label={t('call.urgency')}>
            {(ids) => (
              <select {...ids} value={urgency} onChange={(e) => setUrgency(e.currentTarget.value as Urgency)}>
                {urgencies.map((one) => <option key={one} value={one}>{t(`call.urgency.${one}`)}</option>)}
              </select>
            )}
          </Field>
          <Field label={t('call.line')} hint={t('call.line.hint')}>
            {(ids) => <input {...ids} value={text} maxLength={300} dir="auto" onInput={(e) => setText(e.currentTarget.value)} />}
          </Field>
          <Problem sentence={problem} />
          <div className="buttons">
            <button type="button" onClick={() => setAsking(false)}>{t('form.cancel')}</button>
            <button type="submit" className="primary" disabled={busy}>{t('call.send')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
