import { useEffect, useState } from 'react';
import { useSession } from '../line/context';

/** The time by the server's clock, once a second, while it is needed: what a room has left is the same on every device, however its own clock goes. */
export function useNow(needed: boolean): number {
  const { ahead } = useSession();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!needed) return;
    setNow(Date.now());
    const ticks = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticks);
  }, [needed]);
  return now + ahead;
}
