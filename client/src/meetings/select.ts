import type { Meeting, SessionView } from '../session/view';

/** Meetings that are still to end, the next one first. */
export const coming = (view: SessionView, now: number): Meeting[] => toEnd(view, now).filter((meeting) => !meeting.cancelled);

/** The meeting that was to be the next one, and is not held: it may stand in calendars still. */
export function calledOff(view: SessionView, now: number): Meeting | undefined {
  const [first] = toEnd(view, now);
  return first?.cancelled ? first : undefined;
}

const toEnd = (view: SessionView, now: number): Meeting[] =>
  view.hall.meetings
    .filter((meeting) => Date.parse(meeting.at) + meeting.minutes * 60_000 > now)
    .toSorted((one, other) => one.at.localeCompare(other.at) || Number(one.cancelled) - Number(other.cancelled));
