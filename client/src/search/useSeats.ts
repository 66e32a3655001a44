import { useEffect, useRef, useState } from 'react';
import { useSession } from '../line/context';
import { sittingOf } from '../session/sitting';
import type { Sitting } from '../session/view';
import type { Id } from '../wire/protocol';

/** Room, people and time of sittings: from what is here, else from their first events, read back once each. */
export function useSeats(circles: readonly Id[]): ReadonlyMap<Id, Sitting> {
  const { view, read } = useSession();
  const [learnt, setLearnt] = useState<ReadonlyMap<Id, Sitting>>(new Map());
  const asked = useRef(new Set<Id>());
  const here = new Map(view.sittings.map((sitting) => [sitting.sitting, sitting]));
  const wanted = circles.filter((circle) => !here.has(circle) && !learnt.has(circle));
  useEffect(() => {
    for (const circle of wanted) {
      if (asked.current.has(circle)) continue;
      asked.current.add(circle);
      void read(circle, 2, 1).then((reply) => {
        const opened = reply?.ok && reply.events[0] ? sittingOf(reply.events[0]) : null;
        // not answered: it is asked again when there is more to show
        if (!opened) return void asked.current.delete(circle);
        setLearnt((known) => new Map([...known, [circle, opened]]));
      });
    }
  }, [wanted.join()]);
  return new Map([...learnt, ...here]);
}
