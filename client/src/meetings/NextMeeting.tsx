import { useSession } from '../line/context';
import { t } from '../messages';
import { CalendarLink } from './CalendarLink';
import { coming } from './select';
import { meetingTime, zoneName } from './time';
import { useMinute } from './useMinute';

/** When the session meets next, in the viewer's own zone, which is named. */
export function NextMeeting() {
  const { view } = useSession();
  const [next] = coming(view, useMinute());
  if (!next) return null;
  return (
    <section className="next-meeting" aria-label={t('meeting.next')}>
      <p>
        <strong>{t('meeting.next')}</strong>{' '}
        <time dateTime={next.at}>{meetingTime(next.at, next.minutes)}</time>{' '}
        <span className="soft">({zoneName(next.at)})</span>
      </p>
      <CalendarLink meeting={next} />
    </section>
  );
}
