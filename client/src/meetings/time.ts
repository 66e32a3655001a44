import { times } from '../messages';

/** The zone in which the viewer's device tells the time. */
export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Day and time of a meeting in a zone, from beginning to end. */
export function meetingTime(at: string, minutes: number, zone = viewerZone()): string {
  const style = times({
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
  });
  const begins = Date.parse(at);
  return style.formatRange(begins, begins + minutes * 60_000);
}

/** What the zone is called at that moment, summer time included, with its place: two zones may have one name. */
export function zoneName(at: string, zone = viewerZone()): string {
  const parts = times({ timeZone: zone, timeZoneName: 'long' }).formatToParts(Date.parse(at));
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return name === zone ? zone : `${name}, ${zone.replaceAll('_', ' ')}`;
}

/** What a date and a time field say, in the viewer's own zone, as the server takes it; null when they say nothing. */
export function instantOf(date: string, time: string): string | null {
  const at = new Date(`${date}T${time}:00`);
  return Number.isNaN(at.getTime()) ? null : `${at.toISOString().slice(0, 16)}:00Z`;
}
