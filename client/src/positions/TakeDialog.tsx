import { useState } from 'react';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Issue } from '../session/positions';
import { newId } from '../wire/ids';
import type { PositionKind } from '../wire/positions';
import { isValue } from './values';
import { ValueInput } from './ValueInput';

const kinds: readonly PositionKind[] = ['position', 'interest', 'priority', 'reservationValue', 'alternative'];

/** Something new on an issue: private until it is raised. */
export function TakeDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { act, busy, problem } = useAct();
  const [kind, setKind] = useState<PositionKind>('position');
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const words = note.trim();
  const save = async () => {
    const reply = await act({ type: 'position.take', position: newId(), issue: issue.issue, kind, value, ...(words ? { note: words } : {}) });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('position.take.of', { issue: issue.title })} lead={t('position.take.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void save(); }}>
        <Field label={t('position.kind')} hint={t(`position.kind.${kind}.means`)}>
          {(ids) => (
            <select {...ids} value={kind} onChange={(e) => { setKind(e.currentTarget.value as PositionKind); setValue(''); }}>
              {kinds.map((one) => <option key={one} value={one}>{t(`position.kind.${one}`)}</option>)}
            </select>
          )}
        </Field>
        <ValueInput key={kind} issue={issue} kind={kind} value={value} onValue={setValue} />
        <Field label={t('position.note')}>
          {(ids) => <textarea {...ids} rows={2} dir="auto" maxLength={2_000} value={note} onChange={(e) => setNote(e.currentTarget.value)} />}
        </Field>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !isValue(issue, kind, value)}>{t('position.save')}</button>
        </div>
      </form>
    </Dialog>
  );
}
