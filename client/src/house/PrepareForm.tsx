import { useState } from 'react';
import { go } from '../app/route';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { api } from '../wire/api';
import type { SessionKind } from '../wire/protocol';

const kinds: readonly SessionKind[] = ['betweenStates', 'stateAndNational', 'commercial'];

/** Prepares a session; parties, people and protocol follow on its own page. */
export function PrepareForm() {
  const { run, busy, problem } = useCall();
  const [reference, setReference] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<SessionKind>('betweenStates');
  const [languages, setLanguages] = useState('en');
  const prepare = async () => {
    const made = await run(() =>
      api.prepare({ reference: reference.trim(), title: title.trim(), kind, languages: languages.split(/[\s,]+/).filter(Boolean) }));
    if (made) go(`/s/${made.session}`);
  };
  return (
    <form className="sheet stack" onSubmit={(e) => { e.preventDefault(); void prepare(); }}>
      <h2>{t('prepare.title')}</h2>
      <div className="form-grid">
        <Field label={t('prepare.reference')} hint={t('prepare.reference.hint')}>
          {(ids) => <input {...ids} required value={reference} onInput={(e) => setReference(e.currentTarget.value)} />}
        </Field>
        <Field label={t('prepare.name')}>{(ids) => <input {...ids} required value={title} onInput={(e) => setTitle(e.currentTarget.value)} />}</Field>
        <Field label={t('prepare.kind')}>
          {(ids) => (
            <select {...ids} value={kind} onChange={(e) => setKind(e.currentTarget.value as SessionKind)}>
              {kinds.map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('terms.languages')} hint={t('terms.languages.hint')}>
          {(ids) => <input {...ids} required value={languages} onInput={(e) => setLanguages(e.currentTarget.value)} />}
        </Field>
      </div>
      <Problem sentence={problem} />
      <div><button type="submit" className="primary" disabled={busy}>{t('prepare.button')}</button></div>
    </form>
  );
}
