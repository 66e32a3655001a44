import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { peopleNamed } from '../people/names';
import { newId } from '../wire/ids';
import type { Id } from '../wire/protocol';
import { audiences } from './may';

/** Opens a draft, of those who are named under it. */
export function OpenForm({ onDone }: { onDone: (draft: Id | null) => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const offered = audiences(view);
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<Id | null>(null);
  const [single, setSingle] = useState(false);
  // it is for those who were on screen when its title was begun: when they are gone it is for nobody until one chooses anew
  const audience = chosen === null ? offered[0] : offered.find((one) => one.circle === chosen);
  const name = (words: string) => {
    setTitle(words);
    setChosen(chosen ?? audience?.circle ?? null);
  };
  const open = async () => {
    if (!audience || title.trim() === '') return;
    const draft = newId();
    const reply = await act({ type: 'draft.open', draft, title: title.trim(), for: audience.circle, ...(single ? { singleText: true } : {}) });
    if (reply.ok) onDone(draft);
  };
  return (
    <form className="stack" aria-label={t('draft.open')} onSubmit={(e) => { e.preventDefault(); void open(); }}>
      <Field label={t('draft.name')}>
        {(ids) => <input {...ids} required maxLength={200} value={title} onInput={(e) => name(e.currentTarget.value)} />}
      </Field>
      <Field label={t('draft.for')} hint={t('draft.for.hint')}>
        {(ids) => (
          <select {...ids} value={audience?.circle ?? ''} onChange={(e) => setChosen(e.currentTarget.value)}>
            {!audience && <option value="">{t('draft.for.choose')}</option>}
            {offered.map((one) => <option key={one.circle} value={one.circle}>{t(`draft.for.${one.kind}`, { name: one.name })}</option>)}
          </select>
        )}
      </Field>
      {!audience && <p className="problem" role="alert">{t('draft.for.gone')}</p>}
      {audience && <p className="small">{t('draft.of', { names: peopleNamed(view, audience.people) })}</p>}
      {view.self?.role === 'mediator' && (
        <label className="check">
          <input type="checkbox" checked={single} onChange={(e) => setSingle(e.currentTarget.checked)} />
          <span>{t('draft.singleText')}</span>
        </label>
      )}
      <Problem sentence={problem} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy || !audience || title.trim() === ''}>{t('draft.open.do')}</button>
        <button type="button" onClick={() => onDone(null)}>{t('form.cancel')}</button>
      </div>
    </form>
  );
}
