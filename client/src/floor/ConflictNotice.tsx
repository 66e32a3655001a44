import { useSession } from '../line/context';
import { t } from '../messages';
import { peopleNamed } from '../people/names';
import { useTheFloor } from './context';

/** Another mediator was faster: what changed, and that nothing of one's own move was done. */
export function ConflictNotice() {
  const { view } = useSession();
  const { conflict, problem, dismiss } = useTheFloor();
  return (
    <div role="alert">
      {(conflict || problem) && (
        <div className="problem row spread">
          <div>
            <p>{conflict?.sentence ?? problem}</p>
            {conflict?.rooms.map((r) => (
              <p key={r.room} className="small">
                {t('conflict.room', {
                  room: r.name,
                  names: r.people.length === 0 ? t('floor.emptyRoom') : peopleNamed(view, r.people),
                })}
              </p>
            ))}
          </div>
          <button type="button" className="tiny" onClick={dismiss}>{t('notice.dismiss')}</button>
        </div>
      )}
    </div>
  );
}
