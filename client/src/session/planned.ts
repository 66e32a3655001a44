import type { MeetingEvent } from '../wire/events';
import type { Meeting } from './view';

/** The meetings after one was set, moved or cancelled. It is told in the hall and to who waits in the lobby: the highest sequence counts. */
export function planned(meetings: readonly Meeting[], body: MeetingEvent): readonly Meeting[] {
  const known = meetings.find((one) => one.meeting === body.meeting);
  if (known && known.sequence > body.sequence) return meetings;
  const { meeting, sequence } = body;
  const told = body.type === 'meeting.set'
    ? { meeting, at: body.at, minutes: body.minutes, sequence, cancelled: false }
    : { meeting, at: known?.at ?? '', minutes: known?.minutes ?? 0, sequence, cancelled: true };
  return [...meetings.filter((one) => one !== known), told];
}
