import { useState } from 'react';
import { go } from '../app/route';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { api } from '../wire/api';
import { deviceLabel } from './label';

/** The short code, as people type it, in the form in which it was shown. */
export const tidyCode = (typed: string): string => {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 8);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
};

/** A second device: the code shown on the first one lets it in. */
export function CodePage() {
  const [code, setCode] = useState('');
  const { run, busy, problem } = useCall();
  const enter = async () => {
    const entered = await run(() => api.enterByCode(code, deviceLabel()));
    if (entered) go(`/s/${entered.session}`);
  };
  return (
    <main className="page">
      <form className="sheet stack" onSubmit={(e) => { e.preventDefault(); void enter(); }}>
        <h1>{t('codePage.title')}</h1>
        <p>{t('codePage.lead')}</p>
        <Field label={t('codePage.code')} hint={t('codePage.hint')}>
          {(ids) => (
            <input {...ids} className="code-input" dir="ltr" autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} placeholder="XXXX-XXXX" value={code} onInput={(e) => setCode(tidyCode(e.currentTarget.value))} />
          )}
        </Field>
        <Problem sentence={problem} />
        <div><button type="submit" className="primary" disabled={busy || code.length < 9}>{t('enter.button')}</button></div>
      </form>
    </main>
  );
}
