import { useState } from 'react';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { instantOf } from '../meetings/time';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { agenda, isValue } from '../positions/values';
import { ValueInput } from '../positions/ValueInput';
import { partyName } from '../session/select';
import type { Proposal } from '../session/proposals';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import type { Id } from '../wire/protocol';
import { DeadlineFields } from './DeadlineFields';

/** What is proposed; each party gets exactly this, separately, and it cannot be changed any more. */
export function MakeDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { language, offered, choose } = useLanguage();
  const [text, setText] = useState('');
  const [values, setValues] = useState<Readonly<Record<Id, string>>>({});
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const deadline = instantOf(date, time);
  const issues = agenda(view).filter((one) => one.status !== 'agreed' && one.status !== 'deferred');
  const named = issues.filter((one) => (values[one.issue] ?? '') !== '');
  const ready = text.trim() !== '' && deadline !== null && named.every((one) => isValue(one, 'position', values[one.issue] ?? ''));
  const make = async () => {
    if (!deadline) return;
    const reply = await act({
      type: 'proposal.make', proposal: proposal.proposal, text, language, values: named.map(({ issue }) => ({ issue, value: values[issue] ?? '' })), deadline,
    });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('proposal.make.title', { title: proposal.title })} lead={t('proposal.make.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void make(); }}>
        <Field label={t('proposal.text')}>
          {(ids) => <textarea {...ids} rows={6} dir="auto" lang={language} maxLength={8_000} value={text} onInput={(e) => setText(e.currentTarget.value)} />}
        </Field>
        <LanguageChoice language={language} offered={offered} onLanguage={choose} />
        {issues.length > 0 && (
          <fieldset className="choices">
            <legend>{t('proposal.values')}</legend>
            <p className="small soft">{t('proposal.values.hint')}</p>
            {issues.map((issue) => (
              <div key={issue.issue}>
                <strong dir="auto">{issue.title}</strong>
                <ValueInput issue={issue} kind="position" value={values[issue.issue] ?? ''} onValue={(value) => setValues({ ...values, [issue.issue]: value })} />
              </div>
            ))}
          </fieldset>
        )}
        <DeadlineFields date={date} time={time} at={deadline} onDate={setDate} onTime={setTime} />
        <p className="position-audience">{t('proposal.make.whom', { names: list(proposal.parties.map((one) => partyName(view, one))) })}</p>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('proposal.make')}</button>
        </div>
      </form>
    </Dialog>
  );
}
