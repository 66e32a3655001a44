import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { personOf } from '../session/select';
import type { Id } from '../wire/protocol';
import { nameOf } from './PersonLine';

/** Removes somebody: his own party, or the secretariat, which then names whose written order it acts on. */
export function RemoveDialog({ person, onClose }: { person: Id; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [order, setOrder] = useState('');
  const ordered = view.self?.role === 'secretariat';
  const name = nameOf(personOf(view, person).name);
  const remove = async () => {
    const reply = await act({ type: 'person.remove', person, ...(ordered ? { onOrderOf: order.trim() } : {}) });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('remove.title', { name })} lead={t('remove.lead')} onClose={onClose}>
      {ordered && (
        <Field label={t('remove.order')} hint={t('remove.order.hint')}>
          {(ids) => <input {...ids} value={order} onInput={(e) => setOrder(e.currentTarget.value)} />}
        </Field>
      )}
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="danger" disabled={busy || (ordered && order.trim() === '')} onClick={() => void remove()}>
          {t('remove.do', { name })}
        </button>
      </div>
    </Dialog>
  );
}
