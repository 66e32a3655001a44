import type { Meeting } from '../session/view';
import { meetingTime, zoneName } from './time';

/** From when to when, in the viewer's own zone, and what that zone is called. */
export function MeetingTime({ meeting: { at, minutes, cancelled } }: { meeting: Meeting }) {
  const time = <time dateTime={at}>{meetingTime(at, minutes)}</time>;
  return <>{cancelled ? <s>{time}</s> : time} <span className="soft">({zoneName(at)})</span></>;
}
