import { With } from '../companions/With';
import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Presence } from '../people/Presence';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partyName } from '../session/select';
import type { Registered } from '../session/view';

/** Who has given the undertaking and waits. */
export const inLobby = (registry: Readonly<Record<string, Registered>> | null): Registered[] =>
  Object.values(registry ?? {}).filter((r) => r.standing === 'lobby');

/** The lobby as the mediators see it: admit one, or all of a party. */
export function LobbyList() {
  const { view, here } = useSession();
  const { act, busy, problem } = useAct();
  const waiting = inLobby(view.registry);
  const parties = [...new Set(waiting.map((w) => w.party))];
  const admit = (people: Registered[]) => void act({ type: 'person.admit', people: people.map((p) => p.person) });
  if (waiting.length === 0) return <p className="soft empty">{t('lobbyList.nobody')}</p>;
  return (
    <div className="stack">
      <Problem sentence={problem} />
      {parties.map((party) => {
        const group = waiting.filter((w) => w.party === party);
        return (
          <section key={party} className="stack-tight">
            <div className="row spread">
              <h3>{partyName(view, party) || t('people.others')}</h3>
              <button type="button" className="tiny" disabled={busy} onClick={() => admit(group)}>{t('lobbyList.admitAll', { count: group.length })}</button>
            </div>
            <ul className="rows">
              {group.map((one) => (
                <li key={one.person} className="row spread">
                  <span className="row"><Presence here={here.has(one.person)} />{nameOf(one.name)}<span className="small soft">{t(`role.${one.role}`)}</span> <With person={one.person} companions={one.companions} /></span>
                  <button type="button" className="tiny primary" disabled={busy} onClick={() => admit([one])}>{t('lobbyList.admit')}</button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
