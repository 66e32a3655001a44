import { useState } from 'react';
import { Link } from '../app/Link';
import { go } from '../app/route';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { api } from '../wire/api';
import { deviceLabel } from './label';
import { takeToken } from './token';

/** An invitation. Opening the page does nothing, since mail scanners open links too; only the button takes it up. */
export function EnterPage() {
  const [token] = useState(takeToken);
  const { run, busy, problem } = useCall();
  const enter = async () => {
    const entered = await run(() => api.enter(token, deviceLabel()));
    if (entered) go(`/s/${entered.session}`);
  };
  return (
    <main className="page">
      <section className="sheet stack">
        <p className="eyebrow">{t('enter.eyebrow')}</p>
        <h1>{t('enter.title')}</h1>
        {token === '' ? <p>{t('enter.noToken')}</p> : <p>{t('enter.lead')}</p>}
        {token !== '' && (
          <ol className="steps">
            <li>{t('enter.step1')}</li>
            <li>{t('enter.step2')}</li>
            <li>{t('enter.step3')}</li>
          </ol>
        )}
        <Problem sentence={problem} />
        <div className="row">
          {token !== '' && <button type="button" className="primary" disabled={busy} onClick={() => void enter()}>{t('enter.button')}</button>}
          <Link to="/code">{t('enter.haveCode')}</Link>
        </div>
        <p className="small soft">{t('enter.once')}</p>
      </section>
    </main>
  );
}
