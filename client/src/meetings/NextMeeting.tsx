import { useSession } from '../line/context';
import { t } from '../messages';
import { CalendarLink } from './CalendarLink';
import { MeetingTime } from './MeetingTime';
import { calledOff, coming } from './select';
import { useMinute } from './useMinute';

/** When the session meets next, in the viewer's own zone, which is named. */
export function NextMeeting() {
  const { view } = useSession();
  const now = useMinute();
  const [next] = coming(view, now);
  const gone = calledOff(view, now);
  if (!next && !gone) return null;
  return (
    <section className="next-meeting" aria-label={t('meeting.next')}>
      {gone && <p><strong>{t('meeting.gone')}</strong> <MeetingTime meeting={gone} /> <CalendarLink meeting={gone} /></p>}
      {next && <p><strong>{t('meeting.next')}</strong> <MeetingTime meeting={next} /> <CalendarLink meeting={next} /></p>}
    </section>
  );
}
