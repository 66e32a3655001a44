import { useSession } from '../line/context';
import { t } from '../messages';
import { useSeen } from '../parts/useSeen';

/** What became of one's own knocks; each can be put away, also one that was never answered. */
export function KnockAnswers() {
  const { view } = useSession();
  const { seen, see } = useSeen('iom.knocks');
  const mine = view.bench?.knocks.filter((k) => k.mediator === view.self?.person) ?? [];
  const told = mine.map((k) => ({ key: `${view.bench?.number}/${k.room}/${k.count}/${k.comeIn}`, room: view.bench?.rooms.find((r) => r.room === k.room)?.name ?? '', comeIn: k.comeIn }));
  return (
    <div role="status">
      {told.filter((k) => !seen(k.key)).map(({ key, room, comeIn }) => (
        <div key={key} className="move-notice">
          <p>{t(comeIn === null ? 'knock.waiting' : comeIn ? 'knock.admitted' : 'knock.refused', { room })}</p>
          <button type="button" onClick={() => see(key)}>{t('move.understood')}</button>
        </div>
      ))}
    </div>
  );
}
