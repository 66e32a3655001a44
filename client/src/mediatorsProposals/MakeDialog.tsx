import { useState } from 'react';
import { TabledText, TextSource } from '../drafts/TabledText';
import { placeOf, type Tabled, versionsOf } from '../drafts/tabled';
import { useTabled } from '../drafts/useTabled';
import { useSession } from '../line/context';
import { t } from '../messages';
import { instantOf } from '../meetings/time';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesNamed } from '../people/names';
import { agenda } from '../positions/values';
import { type Values, ValuesFields, valuesOf } from '../positions/ValuesFields';
import type { Proposal } from '../session/proposals';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import { DeadlineFields } from './DeadlineFields';

/** What is proposed; each party gets exactly this, separately, and it cannot be changed any more. `tabled`: the frozen version whose text it is. */
export function MakeDialog({ proposal, tabled = null, onClose }: { proposal: Proposal; tabled?: Tabled | null; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { language, offered, choose } = useLanguage();
  const [text, setText] = useState('');
  const [values, setValues] = useState<Values>({});
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const deadline = instantOf(date, time);
  const issues = agenda(view).filter((one) => one.status !== 'agreed' && one.status !== 'deferred');
  const proposed = valuesOf(issues, values);
  const [version, setVersion] = useState(tabled);
  const { taken, refused } = useTabled(version, { type: 'proposal.make', proposal: proposal.proposal, text: '', language, values: [], deadline: '2000-01-01T00:00:00Z' });
  const words = version ? taken?.text ?? '' : text;
  const ready = words.trim() !== '' && deadline !== null && proposed !== null;
  const make = async () => {
    if (!deadline || !proposed) return;
    const reply = await act({ type: 'proposal.make', proposal: proposal.proposal, text: words, language, values: proposed, deadline, ...(version ? { from: placeOf(version) } : {}) });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('proposal.make.title', { title: proposal.title })} lead={t('proposal.make.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void make(); }}>
        <TextSource of={versionsOf(view).filter((one) => one.version.brackets === 0)} chosen={version} onChosen={setVersion} />
        {version ? <TabledText one={version} taken={taken} refused={refused} title={proposal.title} language={language} /> : (
          <Field label={t('proposal.text')}>
            {(ids) => <textarea {...ids} rows={6} dir="auto" lang={language} maxLength={8_000} value={text} onInput={(e) => setText(e.currentTarget.value)} />}
          </Field>
        )}
        <LanguageChoice language={language} offered={offered} onLanguage={choose} />
        <ValuesFields issues={issues} values={values} onValues={setValues} />
        <DeadlineFields date={date} time={time} at={deadline} onDate={setDate} onTime={setTime} />
        <p className="position-audience">{t('proposal.make.whom', { names: partiesNamed(view, proposal.parties) })}</p>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('proposal.make')}</button>
        </div>
      </form>
    </Dialog>
  );
}
