import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { CaucusNotice, Disclosure, Protocol } from '../wire/protocol';

const usual = (languages: readonly string[]): Protocol => ({
  disclosure: 'confidentialUnlessReleased', caucusNotice: 'now', existencePublic: false, languages: [...languages], retentionDays: 365,
  receipts: false, clearance: 'everyPartyAndMediator',
});

/** Proposes terms; they hold once every party has accepted them. */
export function ProtocolForm({ start, onDone }: { start: Protocol | null; onDone: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [terms, setTerms] = useState<Protocol>(start ?? usual(view.hall.languages));
  const [languages, setLanguages] = useState(terms.languages.join(', '));
  const set = (change: Partial<Protocol>) => setTerms({ ...terms, ...change });
  const propose = async () => {
    const protocol = { ...terms, languages: languages.split(/[\s,]+/).filter(Boolean) };
    const reply = await act({ type: 'protocol.propose', protocol });
    if (reply.ok) onDone();
  };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); void propose(); }}>
      <Field label={t('terms.disclosure')}>
        {(ids) => (
          <select {...ids} value={terms.disclosure} onChange={(e) => set({ disclosure: e.currentTarget.value as Disclosure })}>
            {(['confidentialUnlessReleased', 'disclosableUnlessMarked'] as const).map((d) => <option key={d} value={d}>{t(`disclosure.${d}`)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('terms.caucusNotice')}>
        {(ids) => (
          <select {...ids} value={terms.caucusNotice} onChange={(e) => set({ caucusNotice: e.currentTarget.value as CaucusNotice })}>
            {(['now', 'afterwards', 'none'] as const).map((n) => <option key={n} value={n}>{t(`caucusNotice.${n}`)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('terms.languages')} hint={t('terms.languages.hint')}>
        {(ids) => <input {...ids} value={languages} onInput={(e) => setLanguages(e.currentTarget.value)} />}
      </Field>
      <Field label={t('terms.retentionDays')}>
        {(ids) => <input {...ids} type="number" min="1" max="36500" value={terms.retentionDays} onInput={(e) => set({ retentionDays: Number(e.currentTarget.value) })} />}
      </Field>
      <label className="check">
        <input type="checkbox" checked={terms.existencePublic} onChange={(e) => set({ existencePublic: e.currentTarget.checked })} />
        <span>{t('existence.public')}</span>
      </label>
      <label className="check">
        <input type="checkbox" checked={terms.receipts} onChange={(e) => set({ receipts: e.currentTarget.checked })} />
        <span>{t('terms.receipts')}</span>
      </label>
      <label className="check">
        <input type="checkbox" checked={terms.jointBriefing ?? false} onChange={(e) => set({ jointBriefing: e.currentTarget.checked })} />
        <span>{t('terms.jointBriefing')}</span>
      </label>
      <Problem sentence={problem} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy}>{t('protocol.propose')}</button>
        <button type="button" onClick={onDone}>{t('form.cancel')}</button>
      </div>
    </form>
  );
}
