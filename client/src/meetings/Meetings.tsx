import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { CalendarLink } from './CalendarLink';
import { MeetingForm } from './MeetingForm';
import { MeetingTime } from './MeetingTime';
import { coming } from './select';
import { meetingTime } from './time';
import { useMinute } from './useMinute';

/** The meetings that are planned, for those who plan them. */
export function Meetings() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [changing, setChanging] = useState<string | null>(null);
  const planned = coming(view, useMinute());
  return (
    <section className="sheet stack" aria-labelledby="meetings-title">
      <h2 id="meetings-title">{t('meeting.title')}</h2>
      <p className="soft">{t('meeting.lead')}</p>
      {planned.length === 0 ? <p className="soft">{t('meeting.none')}</p> : (
        <ul className="meetings">
          {planned.map((meeting) => {
            const time = meetingTime(meeting.at, meeting.minutes);
            return (
              <li key={meeting.meeting}>
                <p><MeetingTime meeting={meeting} /></p>
                <div className="row">
                  <CalendarLink meeting={meeting} />
                  <button type="button" className="tiny" aria-label={t('meeting.changeOf', { time })} onClick={() => setChanging(meeting.meeting)}>{t('meeting.change')}</button>
                  <button type="button" className="tiny" disabled={busy} aria-label={t('meeting.cancelOf', { time })}
                    onClick={() => void act({ type: 'meeting.cancel', meeting: meeting.meeting })}>
                    {t('meeting.cancel')}
                  </button>
                </div>
                {changing === meeting.meeting && <MeetingForm meeting={meeting} onDone={() => setChanging(null)} />}
              </li>
            );
          })}
        </ul>
      )}
      <Problem sentence={problem} />
      <h3>{t('meeting.add')}</h3>
      <MeetingForm />
    </section>
  );
}
