import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { Wording, wording } from './Wording';

/** The undertaking of confidentiality: given deliberately, before anything else. */
export function Undertaking() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [given, setGiven] = useState(false);
  return (
    <main className="page">
      <section className="sheet stack">
        <p className="eyebrow">{view.self?.title}</p>
        <h1>{t('undertaking.title')}</h1>
        <p className="soft">{t('undertaking.for', { name: view.self?.name ?? '' })}</p>
        <Wording />
        <label className="check">
          <input type="checkbox" checked={given} onChange={(e) => setGiven(e.currentTarget.checked)} />
          <span>{t('undertaking.check')}</span>
        </label>
        <Problem sentence={problem} />
        <div className="row">
          <button type="button" className="primary" disabled={!given || busy} onClick={() => void act({ type: 'undertaking.give', text: wording })}>
            {t('undertaking.give')}
          </button>
          <span className="small soft">{t('undertaking.version', { version: wording })}</span>
        </div>
      </section>
    </main>
  );
}
