import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Sitting } from '../session/view';

/** A telephone or video link for this sitting alone, set by a mediator and marked as outside our protection. */
export function LinkLine({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [address, setAddress] = useState('');
  const mediator = view.self?.role === 'mediator';
  const set = async (to: string | null) => {
    const reply = await act({ type: 'link.set', sitting: sitting.sitting, address: to });
    if (reply.ok) setAsking(false);
  };
  if (!sitting.link && !mediator) return null;
  return (
    <div className="link-line row">
      {sitting.link && (
        <p>
          <a href={sitting.link} target="_blank" rel="noreferrer noopener">{t(sitting.link.startsWith('tel:') ? 'link.phone' : 'link.video')}</a>{' '}
          <span className="small soft">{t('link.outside')}</span>
        </p>
      )}
      {mediator && <button type="button" className="quiet tiny" onClick={() => setAsking(true)}>{t('link.set')}</button>}
      <Dialog open={asking} title={t('link.set')} lead={t('link.lead')} onClose={() => setAsking(false)}>
        <Field label={t('link.address')} hint={t('link.address.hint')}>
          {(ids) => <input {...ids} type="text" dir="ltr" value={address} onInput={(e) => setAddress(e.currentTarget.value)} />}
        </Field>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={() => setAsking(false)}>{t('form.cancel')}</button>
          {sitting.link && <button type="button" disabled={busy} onClick={() => void set(null)}>{t('link.none')}</button>}
          <button type="button" className="primary" disabled={busy || address.trim() === ''} onClick={() => void set(address.trim())}>{t('form.save')}</button>
        </div>
      </Dialog>
    </div>
  );
}
