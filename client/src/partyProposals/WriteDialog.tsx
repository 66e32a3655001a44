import { useState } from 'react';
import { TabledText, TextSource } from '../drafts/TabledText';
import { placeOf, type Tabled, versionsOf } from '../drafts/tabled';
import { useTabled } from '../drafts/useTabled';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { agenda } from '../positions/values';
import { type Values, ValuesFields, valuesOf } from '../positions/ValuesFields';
import type { PartyProposal } from '../session/partyProposals';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import { newId } from '../wire/ids';

/** What one's party would propose; its delegation alone has it until it is handed to the mediators. `instead`: what it supersedes or counters;
 * `tabled`: the frozen version whose text it is. */
export function WriteDialog({ instead, tabled = null, onClose }: { instead: PartyProposal | null; tabled?: Tabled | null; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { language, offered, choose } = useLanguage();
  const [title, setTitle] = useState(instead?.title ?? '');
  const [text, setText] = useState(instead?.text ?? '');
  const [values, setValues] = useState<Values>(() => Object.fromEntries((instead?.values ?? []).map((one) => [one.issue, one.value])));
  const [bracket, setBracket] = useState(instead?.if != null);
  const [asked, setAsked] = useState<Values>(() => Object.fromEntries((instead?.if ?? []).map((one) => [one.issue, one.value])));
  const [version, setVersion] = useState(tabled);
  const [proposal] = useState(newId);
  const { taken, refused } = useTabled(version, { type: 'partyProposal.write', proposal, title: '', text: '', language, values: [] });
  const words = version ? taken?.text ?? '' : text;
  const issues = agenda(view);
  const party = view.self?.party ?? '';
  const ours = bracket ? issues.filter((one) => one.parties.includes(party)) : issues;
  const proposed = valuesOf(ours, values);
  const others = bracket ? valuesOf(issues, asked) : null;
  const ready = title.trim() !== '' && proposed !== null && (!version || taken !== null) && (bracket ? proposed.length > 0 && others !== null && others.length > 0 : words.trim() !== '' || proposed.length > 0);
  const write = async () => {
    if (!proposed) return;
    const reply = await act({
      type: 'partyProposal.write', proposal, title: title.trim(), text: words, language,
      values: proposed, ...(instead ? { instead: instead.proposal } : {}), ...(others ? { if: others } : {}), ...(version ? { from: placeOf(version) } : {}),
    });
    if (reply.ok) onClose();
  };
  const own = instead !== null && instead.party === party;
  return (
    <Dialog open title={instead ? t(own ? 'partyProposal.supersede.title' : 'partyProposal.counter.title', { title: instead.title }) : t('partyProposal.write')}
      lead={t('partyProposal.write.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void write(); }}>
        <Field label={t('partyProposal.name')}>{(ids) => <input {...ids} dir="auto" maxLength={200} value={title} onInput={(e) => setTitle(e.currentTarget.value)} />}</Field>
        <TextSource of={versionsOf(view)} chosen={version} onChosen={setVersion} />
        {version ? <TabledText one={version} taken={taken} refused={refused} title={title} language={language} /> : (
          <Field label={t('proposal.text')}>
            {(ids) => <textarea {...ids} rows={6} dir="auto" lang={language} maxLength={8_000} value={text} onInput={(e) => setText(e.currentTarget.value)} />}
          </Field>
        )}
        <LanguageChoice language={language} offered={offered} onLanguage={choose} />
        {issues.length > 0 && (
          <label className="check"><input type="checkbox" checked={bracket} onChange={(e) => setBracket(e.currentTarget.checked)} /><span>{t('bracket.write')}</span></label>
        )}
        <ValuesFields issues={ours} values={values} onValues={setValues} {...(bracket ? { label: t('bracket.write.goes'), hint: t('bracket.write.goes.hint') } : {})} />
        {bracket && <ValuesFields issues={issues} values={asked} onValues={setAsked} label={t('bracket.write.if')} hint={t('bracket.write.if.hint')} />}
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('partyProposal.keep')}</button>
        </div>
      </form>
    </Dialog>
  );
}
