import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { Problem } from '../parts/Problem';
import { Company } from '../people/Company';
import { Conversation } from '../talk/Conversation';
import { type Ended, useSittings } from './useSittings';

/** Sittings one sat in before: theirs to read, whole, and nobody else's. */
export function EarlierSittings() {
  const { view } = useSession();
  // a move ends a sitting: then there is one more to read
  const { sittings, more, busy, problem, show } = useSittings(view.sittings.length);
  const spoken = sittings.filter((ended) => ended.events > 1);
  if (spoken.length === 0 && !more) return problem ? <Problem sentence={problem} /> : <p className="soft">{t('earlier.none')}</p>;
  return (
    <>
      <ul className="earlier">
        {spoken.map((ended) => (
          <li key={ended.sitting.sitting}>
            <Earlier ended={ended} />
          </li>
        ))}
      </ul>
      <Problem sentence={problem} />
      {more && <button type="button" className="earlier-more" disabled={busy} onClick={() => void show()}>{t('earlier.more')}</button>}
    </>
  );
}

function Earlier({ ended: { sitting, events } }: { ended: Ended }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>
        <span className="earlier-name">{sitting.name}</span>
        <span className="small soft">
          <time dateTime={sitting.at}>{when(sitting.at)}</time>
          {', '}
          {t('earlier.said', { count: events - 1 })}
        </span>
      </summary>
      {open && (
        <div className="stack earlier-body">
          <Company people={sitting.people} companions={sitting.companions} />
          <Conversation
            circle={sitting.sitting}
            talk={[]}
            end={events + 1}
            label={t('room.conversation', { room: sitting.name })}
            empty={t('room.empty')}
            people={sitting.people}
            live={false}
          />
        </div>
      )}
    </details>
  );
}
