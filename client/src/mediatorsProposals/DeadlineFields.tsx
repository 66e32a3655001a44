import { t } from '../messages';
import { viewerZone, zoneName } from '../meetings/time';
import { Field } from '../parts/Field';

interface Props {
  date: string;
  time: string;
  at: string | null;
  onDate: (date: string) => void;
  onTime: (time: string) => void;
}

/** Until when one can answer, in the writer's own zone. */
export function DeadlineFields({ date, time, at, onDate, onTime }: Props) {
  return (
    <div className="meeting-fields">
      <Field label={t('proposal.deadline.day')}>{(ids) => <input {...ids} type="date" required value={date} onInput={(e) => onDate(e.currentTarget.value)} />}</Field>
      <Field label={t('proposal.deadline.time')} hint={t('meeting.zone', { zone: at ? zoneName(at) : viewerZone() })}>
        {(ids) => <input {...ids} type="time" required value={time} onInput={(e) => onTime(e.currentTarget.value)} />}
      </Field>
    </div>
  );
}
