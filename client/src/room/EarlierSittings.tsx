import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { Company } from '../people/Company';
import { earlierSittings } from '../session/select';
import type { Sitting } from '../session/view';
import { Conversation } from '../talk/Conversation';

/** Sittings one sat in before: theirs to read, whole, and nobody else's. */
export function EarlierSittings() {
  const { view } = useSession();
  const sittings = earlierSittings(view).filter((s) => s.talk.length > 0).toReversed();
  if (sittings.length === 0) return <p className="soft">{t('earlier.none')}</p>;
  return (
    <ul className="earlier">
      {sittings.map((sitting) => (
        <li key={sitting.sitting}>
          <Earlier sitting={sitting} />
        </li>
      ))}
    </ul>
  );
}

function Earlier({ sitting }: { sitting: Sitting }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>
        <span className="earlier-name">{sitting.name}</span>
        <span className="small soft">
          <time dateTime={sitting.at}>{when(sitting.at)}</time>
          {', '}
          {t('earlier.said', { count: sitting.talk.length })}
        </span>
      </summary>
      {open && (
        <div className="stack earlier-body">
          <Company people={sitting.people} />
          <Conversation talk={sitting.talk} label={t('room.conversation', { room: sitting.name })} empty={t('room.empty')} live={false} />
        </div>
      )}
    </details>
  );
}
