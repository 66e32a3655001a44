import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';

/** What became of one's own knocks. */
export function KnockAnswers() {
  const { view } = useSession();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const mine = view.bench?.knocks.filter((k) => k.mediator === view.self?.person) ?? [];
  const told = mine.map((k) => ({ key: `${k.room}/${k.comeIn}`, room: view.bench?.rooms.find((r) => r.room === k.room)?.name ?? '', comeIn: k.comeIn }));
  return (
    <div role="status">
      {told.filter((k) => !seen.has(k.key)).map(({ key, room, comeIn }) => (
        <div key={key} className="move-notice">
          <p>{t(comeIn === null ? 'knock.waiting' : comeIn ? 'knock.admitted' : 'knock.refused', { room })}</p>
          {comeIn !== null && <button type="button" onClick={() => setSeen(new Set([...seen, key]))}>{t('move.understood')}</button>}
        </div>
      ))}
    </div>
  );
}
