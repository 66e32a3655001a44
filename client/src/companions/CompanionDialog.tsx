import { useState } from 'react';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { Wording, wording } from '../undertaking/Wording';
import { newId } from '../wire/ids';

/** The companion reads the undertaking and gives it himself, on the device that he looks at. */
export function CompanionDialog({ onClose }: { onClose: () => void }) {
  const { act, busy, problem } = useAct();
  const [name, setName] = useState('');
  const [given, setGiven] = useState(false);
  const ready = name.trim() !== '' && given;
  const declare = async () => {
    const reply = await act({ type: 'companion.declare', companion: newId(), name: name.trim(), text: wording });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('companion.declare')} lead={t('companion.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (ready) void declare(); }}>
        <Field label={t('companion.name')}>
          {(ids) => <input {...ids} value={name} maxLength={200} dir="auto" autoComplete="off" onInput={(e) => setName(e.currentTarget.value)} />}
        </Field>
        <p>{t('companion.undertaking')}</p>
        <Wording />
        <label className="check">
          <input type="checkbox" checked={given} onChange={(e) => setGiven(e.currentTarget.checked)} />
          <span>{t('companion.check')}</span>
        </label>
        <p className="small soft">{t('undertaking.version', { version: wording })}</p>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('companion.do')}</button>
        </div>
      </form>
    </Dialog>
  );
}
