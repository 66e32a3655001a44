import { useState } from 'react';
import { useSession } from '../line/context';
import { DeadlineFields } from '../mediatorsProposals/DeadlineFields';
import { instantOf } from '../meetings/time';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { newId } from '../wire/ids';
import type { Id } from '../wire/protocol';
import type { ResultKind } from '../wire/results';
import { kinds } from './standing';

interface Row {
  approval: Id;
  party: Id;
  whose: string;
  date: string;
  time: string;
}

/** States how far the parties have come: only what is so is offered; and to whose approval it is subject. */
export function StateDialog({ onClose }: { onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const offered = kinds(view);
  const [kind, setKind] = useState<ResultKind | null>(offered[0] ?? null);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const parties = view.hall.parties.filter((one) => !one.withdrawn);
  const approvals = rows.map(({ approval, party, whose, date, time }) => ({ approval, party, whose: whose.trim(), until: instantOf(date, time) }));
  const ready = kind !== null && approvals.every((one) => one.whose !== '' && one.until !== null);
  const change = (row: Row, to: Partial<Row>) => setRows(rows.map((one) => (one === row ? { ...one, ...to } : one)));
  const state = async () => {
    if (!kind) return;
    const reply = await act({ type: 'result.state', kind, approvals: approvals.flatMap(({ until, ...one }) => (until ? [{ ...one, until }] : [])) });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('result.state')} lead={t('result.state.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void state(); }}>
        <fieldset className="choices">
          <legend>{t('result.title')}</legend>
          {offered.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="result" checked={kind === one} onChange={() => setKind(one)} />
              <span>{t(`result.kind.${one}`)}: {t(`result.means.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        {rows.map((row) => (
          <fieldset key={row.approval} className="choices">
            <legend>{t('result.approval')}</legend>
            <Field label={t('result.approval.party')}>
              {(ids) => <select {...ids} value={row.party} onChange={(e) => change(row, { party: e.currentTarget.value })}>{parties.map(({ party, name }) => <option key={party} value={party}>{name}</option>)}</select>}
            </Field>
            <Field label={t('result.approval.whose')} hint={t('result.approval.whose.hint')}>
              {(ids) => <input {...ids} dir="auto" maxLength={200} value={row.whose} onInput={(e) => change(row, { whose: e.currentTarget.value })} />}
            </Field>
            <DeadlineFields date={row.date} time={row.time} at={instantOf(row.date, row.time)} onDate={(date) => change(row, { date })} onTime={(time) => change(row, { time })} />
            <button type="button" className="small" onClick={() => setRows(rows.filter((one) => one !== row))}>{t('result.approval.remove')}</button>
          </fieldset>
        ))}
        {rows.length < 24 && parties[0] && (
          <button type="button" onClick={() => setRows([...rows, { approval: newId(), party: parties[0]?.party ?? '', whose: '', date: '', time: '12:00' }])}>{t('result.approval.add')}</button>
        )}
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('result.state.do')}</button>
        </div>
      </form>
    </Dialog>
  );
}
