import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';

/** That somebody calls and no mediator has seen to it yet, where the queue itself is not on screen. */
export function CallsLine() {
  const { view } = useSession();
  const open = view.calls.filter((call) => call.claimedBy === null);
  return (
    <div role="status">
      {open.length > 0 && (
        <div className="move-notice">
          {open.map(({ call, person, urgency }) => <p key={call}>{t('call.new', { name: nameOf(personOf(view, person).name), urgency: t(`call.urgency.${urgency}`) })}</p>)}
        </div>
      )}
    </div>
  );
}
