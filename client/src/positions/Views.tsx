import { type ReactNode, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Notices } from '../room/Notices';
import { atTable } from '../statements/clearing';
import { BoardPage } from './BoardPage';
import { HeldRaises } from './HeldRaises';
import { Waiting } from './Waiting';

/** The rooms, and beside them the issues, for those who sit at the table or did; what is begun in one stays while one looks at the other, and what
 *  one is told in the rooms is told beside the issues too. */
export function Views({ rooms }: { rooms: ReactNode }) {
  const { view } = useSession();
  const [at, setAt] = useState<'rooms' | 'issues'>('rooms');
  if (!atTable(view) && Object.keys(view.issues).length === 0 && view.proposals.length === 0) return rooms;
  return (
    <>
      <nav className="views" aria-label={t('view.label')}>
        {(['rooms', 'issues'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={at === one} onClick={() => setAt(one)}>{t(`view.${one}`)}</button>
        ))}
      </nav>
      <HeldRaises />
      {at === 'rooms' && <Waiting onOpen={() => setAt('issues')} />}
      <div className="view" hidden={at !== 'rooms'}>{rooms}</div>
      {at === 'issues' && <><Notices /><BoardPage /></>}
    </>
  );
}
