import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { hasWithdrawn, holds, partyName } from '../session/select';

/** A party objects to somebody who was announced: whom it has never sat with is offered, the server knows who is admitted. */
export function ObjectTo() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const own = view.self?.party ?? null;
  const met = new Set(view.sittings.flatMap((s) => s.people));
  const offered = Object.values(view.people).filter((p) => p.party !== own && p.role !== 'mediator' && p.role !== 'secretariat' && !met.has(p.person));
  if (!own || !(holds(view, 'accept') || holds(view, 'appoint')) || hasWithdrawn(view, own) || view.hall.phase === 'concluded' || offered.length === 0) return null;
  const object = async () => {
    const reply = await act({ type: 'objection.make', person, reason: reason.trim() });
    if (!reply.ok) return;
    setReason('');
    setPerson('');
    setOpen(false);
  };
  return (
    <div>
      <button type="button" onClick={() => setOpen(true)}>{t('objection.make')}</button>
      <Dialog open={open} title={t('objection.make')} lead={t('objection.make.lead')} onClose={() => setOpen(false)}>
        <Field label={t('objection.person')}>
          {(ids) => (
            <select {...ids} value={person} onChange={(e) => setPerson(e.currentTarget.value)}>
              <option value="" />
              {offered.map((p) => (
                <option key={p.person} value={p.person}>{[nameOf(p.name), partyName(view, p.party)].filter(Boolean).join(', ')}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('objection.reason')}>
          {(ids) => <input {...ids} dir="auto" maxLength={300} value={reason} onInput={(e) => setReason(e.currentTarget.value)} />}
        </Field>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={() => setOpen(false)}>{t('form.cancel')}</button>
          <button type="button" className="primary" disabled={busy || person === ''} onClick={() => void object()}>{t('objection.do')}</button>
        </div>
      </Dialog>
    </div>
  );
}
