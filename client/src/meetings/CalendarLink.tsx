import { useSession } from '../line/context';
import { t } from '../messages';
import type { Meeting } from '../session/view';
import { meetingTime } from './time';

/** The meeting for one's own calendar; one that is cancelled is taken out of it by the same way. */
export function CalendarLink({ meeting }: { meeting: Meeting }) {
  const { session } = useSession();
  return (
    <a className="tiny" href={`/api/sessions/${session}/meetings/${meeting.meeting}.ics`} download="meeting.ics"
      aria-label={t(meeting.cancelled ? 'meeting.outOf' : 'meeting.calendarOf', { time: meetingTime(meeting.at, meeting.minutes) })}>
      {t(meeting.cancelled ? 'meeting.out' : 'meeting.calendar')}
    </a>
  );
}
