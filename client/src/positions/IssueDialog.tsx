import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { Several } from '../parts/Several';
import { useAct } from '../parts/useAct';
import type { Issue } from '../session/positions';
import { newId } from '../wire/ids';
import type { IssueKind } from '../wire/positions';
import type { Id } from '../wire/protocol';
import { nextOrder } from './values';

const kinds: readonly IssueKind[] = ['amount', 'quantity', 'share', 'date', 'choice', 'yesNo', 'text'];

/** A new issue, or another title, parties, package or place for one. */
export function IssueDialog({ issue, onClose }: { issue: Issue | null; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const present = view.hall.parties.filter((one) => !one.withdrawn || issue?.parties.includes(one.party));
  const [title, setTitle] = useState(issue?.title ?? '');
  const [kind, setKind] = useState<IssueKind>(issue?.kind ?? 'amount');
  const [unit, setUnit] = useState('');
  const [options, setOptions] = useState('');
  const [parties, setParties] = useState<readonly Id[]>(issue?.parties ?? present.map((one) => one.party));
  const [group, setGroup] = useState(issue?.package ?? '');
  const [order, setOrder] = useState(issue?.order ?? nextOrder(view));
  const lines = options.split('\n').map((one) => one.trim()).filter((one) => one !== '');
  const needsUnit = kind === 'amount' || kind === 'quantity';
  const ready = title.trim() !== '' && parties.length > 0 && (issue !== null || ((!needsUnit || unit.trim() !== '') && (kind !== 'choice' || lines.length > 1)));
  const put = async () => {
    const common = { title: title.trim(), parties: [...parties], order, ...(group.trim() ? { package: group.trim() } : {}) };
    const reply = await act(issue ? { type: 'issue.edit', issue: issue.issue, ...common } : {
      type: 'issue.put', issue: newId(), kind, options: kind === 'choice' ? lines : [], ...(needsUnit ? { unit: unit.trim() } : {}), ...common,
    });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={issue ? t('issue.edit.of', { title: issue.title }) : t('issue.add')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void put(); }}>
        <Field label={t('issue.name')}>
          {(ids) => <input {...ids} dir="auto" maxLength={200} value={title} onChange={(e) => setTitle(e.currentTarget.value)} />}
        </Field>
        {!issue && (
          <Field label={t('issue.kind')} hint={t('issue.kind.hint')}>
            {(ids) => (
              <select {...ids} value={kind} onChange={(e) => setKind(e.currentTarget.value as IssueKind)}>
                {kinds.map((one) => <option key={one} value={one}>{t(`issue.kind.${one}`)}</option>)}
              </select>
            )}
          </Field>
        )}
        {!issue && needsUnit && (
          <Field label={t(kind === 'amount' ? 'issue.unit.amount' : 'issue.unit.quantity')}>
            {(ids) => <input {...ids} dir="auto" maxLength={200} value={unit} onChange={(e) => setUnit(e.currentTarget.value)} />}
          </Field>
        )}
        {!issue && kind === 'choice' && (
          <Field label={t('issue.options')}>
            {(ids) => <textarea {...ids} rows={4} dir="auto" value={options} onChange={(e) => setOptions(e.currentTarget.value)} />}
          </Field>
        )}
        <Several label={t('issue.parties')} chosen={parties} onChosen={setParties} of={present.map(({ party, name }) => ({ id: party, name }))} />
        <Field label={t('issue.packageName')} hint={t('issue.packageName.hint')}>
          {(ids) => <input {...ids} dir="auto" maxLength={200} value={group} onChange={(e) => setGroup(e.currentTarget.value)} />}
        </Field>
        <Field label={t('issue.order')}>
          {(ids) => <input {...ids} type="number" min={0} max={9_999} value={order} onChange={(e) => setOrder(Number(e.currentTarget.value))} />}
        </Field>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t(issue ? 'issue.save' : 'issue.put')}</button>
        </div>
      </form>
    </Dialog>
  );
}
