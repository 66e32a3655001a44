import { useEffect, useState } from 'react';

/** The time, looked at twice a minute. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticks = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(ticks);
  }, []);
  return now;
}
