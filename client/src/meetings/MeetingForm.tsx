import { useState } from 'react';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Meeting } from '../session/view';
import { newId } from '../wire/ids';
import { instantOf, viewerZone, zoneName } from './time';

const longest = 1_440;

/** Day, time and length of a new meeting, or of one that is planned. */
export function MeetingForm({ meeting, onDone }: { meeting?: Meeting; onDone?: () => void }) {
  const { act, busy, problem } = useAct();
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const [minutes, setMinutes] = useState(String(meeting?.minutes ?? 120));
  const at = instantOf(date, time);
  const count = Number(minutes);
  const set = async () => {
    if (!at) return;
    const reply = await act({ type: 'meeting.set', meeting: meeting?.meeting ?? newId(), at, minutes: count });
    if (!reply.ok) return;
    setDate('');
    setTime('');
    onDone?.();
  };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); void set(); }}>
      <div className="meeting-fields">
        <Field label={t('meeting.day')}>{(ids) => <input {...ids} type="date" required value={date} onInput={(e) => setDate(e.currentTarget.value)} />}</Field>
        <Field label={t('meeting.time')} hint={t('meeting.zone', { zone: at ? zoneName(at) : viewerZone() })}>
          {(ids) => <input {...ids} type="time" required value={time} onInput={(e) => setTime(e.currentTarget.value)} />}
        </Field>
        <Field label={t('meeting.minutes')}>
          {(ids) => <input {...ids} type="number" required min={1} max={longest} value={minutes} onInput={(e) => setMinutes(e.currentTarget.value)} />}
        </Field>
      </div>
      <Problem sentence={problem} />
      <div className="row">
        <button type="submit" disabled={busy || !at || !Number.isInteger(count) || count < 1 || count > longest}>
          {meeting ? t('meeting.change') : t('meeting.add')}
        </button>
        {onDone && <button type="button" onClick={onDone}>{t('form.cancel')}</button>}
      </div>
    </form>
  );
}
