import { useState } from 'react';
import { useNow } from '../deadline/useNow';
import { t } from '../messages';
import { instantOf, viewerZone, zoneName } from '../meetings/time';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Statement } from '../session/statements';
import { titleOf } from './names';
import { appearance, fullFive, mayAppear } from './time';

/** When it appears, in the viewer's own time, and that it is for good. */
export function PublishDialog({ statement, onClose }: { statement: Statement; onClose: () => void }) {
  const { act, busy, problem } = useAct();
  const now = useNow(true);
  const [set, setSet] = useState(false);
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const wanted = instantOf(date, time);
  const at = !set ? fullFive(now) : wanted && mayAppear(wanted, now) ? wanted : null;
  const publish = async () => {
    if (!at) return;
    const reply = await act({ type: 'statement.publish', statement: statement.statement, version: statement.version, ...(set ? { at } : {}) });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('statement.publish.title', { title: titleOf(statement) })} lead={t('statement.publish.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void publish(); }}>
        <fieldset className="choices">
          <legend>{t('statement.publish.when')}</legend>
          <label className="check">
            <input type="radio" name="when" checked={!set} onChange={() => setSet(false)} />
            <span>{t('statement.publish.next')}</span>
          </label>
          <label className="check">
            <input type="radio" name="when" checked={set} onChange={() => setSet(true)} />
            <span>{t('statement.publish.at')}</span>
          </label>
        </fieldset>
        {set && (
          <div className="meeting-fields">
            <Field label={t('meeting.day')} hint={t('meeting.zone', { zone: wanted ? zoneName(wanted) : viewerZone() })}>
              {(ids) => <input {...ids} type="date" required value={date} onInput={(e) => setDate(e.currentTarget.value)} />}
            </Field>
            <Field label={t('statement.publish.time')} hint={t('statement.publish.five')}>
              {(ids) => <input {...ids} type="time" step={300} required value={time} onInput={(e) => setTime(e.currentTarget.value)} />}
            </Field>
          </div>
        )}
        <p role="status" className="statement-when">{at ? t('statement.publish.appears', appearance(at)) : ''}</p>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !at}>{t('statement.publish.do')}</button>
        </div>
      </form>
    </Dialog>
  );
}
