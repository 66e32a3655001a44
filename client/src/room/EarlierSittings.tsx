import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { Problem } from '../parts/Problem';
import { Company } from '../people/Company';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import { Conversation } from '../talk/Conversation';
import { type Ended, useSittings } from './useSittings';

/** Sittings one sat in before, and copies one was given of others: to read, whole. */
export function EarlierSittings() {
  const { view } = useSession();
  // a move ends a sitting, a briefing brings a copy: then there is one more to read
  const { sittings, more, busy, problem, show } = useSittings(view.sittings.length + view.copies);
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
  const { view } = useSession();
  const { copiedBy } = sitting;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>
        <span className="earlier-name">{sitting.name}</span>
        <span className="small soft">
          <time dateTime={sitting.at}>{when(sitting.at)}</time>
          {', '}
          {t('earlier.said', { count: events - 1 })}
          {copiedBy && ', '}
          {copiedBy && t('briefing.copiedBy', { name: nameOf(personOf(view, copiedBy).name) })}
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
            {...(copiedBy ? {} : { people: sitting.people })}
            live={false}
          />
        </div>
      )}
    </details>
  );
}
