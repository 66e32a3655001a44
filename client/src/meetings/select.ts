import type { Meeting, SessionView } from '../session/view';

/** Meetings that are still to end, the next one first. */
export const coming = (view: SessionView, now: number): Meeting[] =>
  view.hall.meetings
    .filter((meeting) => !meeting.cancelled && Date.parse(meeting.at) + meeting.minutes * 60_000 > now)
    .toSorted((one, other) => one.at.localeCompare(other.at));
