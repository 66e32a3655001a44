import { Link } from '../app/Link';
import { t } from '../messages';
import type { MySession, SessionListed } from '../wire/api';

/** Sessions by reference and title; where one takes part, with one's own name and role. */
export function SessionList({ sessions, empty }: { sessions: readonly (SessionListed | MySession)[]; empty: string }) {
  if (sessions.length === 0) return <p className="soft">{empty}</p>;
  return (
    <ul className="session-list">
      {sessions.map((one) => (
        <li key={one.session}>
          {one.phase === null ? <p className="soft">{t('house.shut')}</p> : <Link to={`/s/${one.session}`} className="session-card">
            <span className="small soft">{one.reference}</span>
            <span className="session-title">{one.title}</span>
            <span className="row">
              <span className={one.phase === 'open' ? 'tag strong' : 'tag'}>{t(`phase.${one.phase}`)}</span>
              {'role' in one && <span className="small soft">{one.name}, {t(`role.${one.role}`)}</span>}
            </span>
          </Link>}
        </li>
      ))}
    </ul>
  );
}
