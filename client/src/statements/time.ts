import { times } from '../messages';
import { viewerZone, zoneName } from '../meetings/time';

/** Items appear at full five minutes, so that their time tells nothing. */
const step = 300_000;
const ahead = 366 * 86_400_000;

/** The next full five minutes after a moment. */
export const fullFive = (now: number): string => new Date((Math.floor(now / step) + 1) * step).toISOString();

/** Whether something can be ordered for a moment. */
export function mayAppear(at: string, now: number): boolean {
  const then = Date.parse(at);
  return then % step === 0 && then > now && then <= now + ahead;
}

/** Day, time and zone of an appearance, in the viewer's own zone. */
export function appearance(at: string, zone = viewerZone()): { time: string; zone: string } {
  const style: Intl.DateTimeFormatOptions = {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
  };
  return { time: times(style).format(Date.parse(at)), zone: zoneName(at, zone) };
}
