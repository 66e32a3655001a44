import { useState } from 'react';
import { useSession } from '../line/context';
import { languageName, t, whenInFull } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { Several } from '../parts/Several';
import { useAct } from '../parts/useAct';
import { agenda, shown } from '../positions/values';
import { draftsOf } from '../session/drafts';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import { newId } from '../wire/ids';
import type { Id } from '../wire/protocol';
import type { SettlementSource } from '../wire/settlements';

/** Puts a settlement together: who signs, clean frozen versions with their languages, agreed values. All at the table read it then. */
export function PutDialog({ onClose }: { onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { language, offered, choose } = useLanguage();
  const present = view.hall.parties.filter((one) => !one.withdrawn);
  const clean = draftsOf(view).flatMap((draft) => draft.frozen.filter((one) => one.brackets === 0).toReversed().map((version) => ({ title: draft.title, version, key: `${version.circle}/${version.offset}` })));
  const agreed = agenda(view).filter((one) => one.status === 'agreed');
  const [title, setTitle] = useState('');
  const [parties, setParties] = useState<readonly Id[]>(present.map((one) => one.party));
  const [issues, setIssues] = useState<readonly Id[]>(agreed.map((one) => one.issue));
  const [texts, setTexts] = useState<readonly SettlementSource[]>([]);
  const [version, setVersion] = useState('');
  const ready = title.trim() !== '' && parties.length > 1 && texts.length + issues.length > 0 && (texts.length === 0 || texts.some((one) => one.authentic));
  const chosen = clean.find((one) => one.key === version);
  const add = () => {
    if (!chosen) return;
    const { circle, offset } = chosen.version;
    setTexts([...texts.filter((one) => one.language !== language), { circle, offset, language, authentic: true }]);
    setVersion('');
  };
  const put = async () => {
    const reply = await act({ type: 'settlement.put', settlement: newId(), title: title.trim(), parties: [...parties], texts: [...texts], issues: [...issues] });
    if (reply.ok) onClose();
  };
  const name = ({ circle, offset }: SettlementSource) => clean.find((one) => one.key === `${circle}/${offset}`);
  return (
    <Dialog open title={t('settlement.put')} lead={t('settlement.put.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void put(); }}>
        <Field label={t('partyProposal.name')}>{(ids) => <input {...ids} dir="auto" maxLength={200} value={title} onInput={(e) => setTitle(e.currentTarget.value)} />}</Field>
        <Several label={t('settlement.signatories')} chosen={parties} onChosen={setParties} of={present.map(({ party, name: called }) => ({ id: party, name: called }))} />
        <fieldset className="choices">
          <legend>{t('settlement.texts')}</legend>
          {texts.length > 0 && (
            <ul className="plain stack-tight">
              {texts.map((one) => (
                <li key={one.language} className="row">
                  <span><bdi>{languageName(one.language)}</bdi>: <bdi>{name(one)?.title}</bdi>, {t('draft.version', { number: name(one)?.version.number ?? 0 })}</span>
                  <label className="check"><input type="checkbox" checked={one.authentic} onChange={(e) => setTexts(texts.map((other) => (other === one ? { ...one, authentic: e.currentTarget.checked } : other)))} /><span>{t('settlement.authentic')}</span></label>
                  <button type="button" className="small" onClick={() => setTexts(texts.filter((other) => other !== one))}>{t('settlement.texts.remove', { language: languageName(one.language) })}</button>
                </li>
              ))}
            </ul>
          )}
          {clean.length === 0 ? <p className="small soft">{t('settlement.texts.none')}</p> : (
            <>
              <Field label={t('settlement.texts.version')}>
                {(ids) => (
                  <select {...ids} value={version} onChange={(e) => setVersion(e.currentTarget.value)}>
                    <option value="" />
                    {clean.map((one) => <option key={one.key} value={one.key}>{one.title}, {t('draft.version', { number: one.version.number })}, {whenInFull(one.version.at)}</option>)}
                  </select>
                )}
              </Field>
              <LanguageChoice language={language} offered={offered} onLanguage={choose} />
              <button type="button" disabled={!chosen} onClick={add}>{t('settlement.texts.add')}</button>
            </>
          )}
        </fieldset>
        <Several label={t('settlement.values')} hint={t('settlement.values.hint')} chosen={issues} onChosen={setIssues}
          of={agreed.map((one) => ({ id: one.issue, name: `${one.title}: ${shown(one, one.agreements[0]?.value ?? '')}` }))} />
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('settlement.put.do')}</button>
        </div>
      </form>
    </Dialog>
  );
}
