import { CallMediators } from '../calls/CallMediators';
import { WithMe } from '../companions/WithMe';
import { DeviceCode } from '../device/DeviceCode';
import { DeviceConfirmations } from '../device/DeviceConfirmations';
import { useSession } from '../line/context';
import { NextMeeting } from '../meetings/NextMeeting';
import { t } from '../messages';
import { PersonLine } from '../people/PersonLine';
import { Words } from '../words/Words';

/** Before admission: one waits, sees one's own delegation, and nobody else. */
export function LobbyPage() {
  const { view } = useSession();
  const { self } = view;
  const suspended = view.sittings.length > 0;
  return (
    <main className="page">
      <Words />
      <DeviceConfirmations />
      <section className="sheet stack">
        <p className="eyebrow">{self?.title}</p>
        <h1>{t(suspended ? 'lobby.suspended' : 'lobby.title')}</h1>
        <p role="status">{t(suspended ? 'lobby.suspended.lead' : 'lobby.lead')}</p>
        <p className="soft">{t('lobby.nothing')}</p>
        <NextMeeting />
        <div><CallMediators /></div>
        <WithMe />
      </section>
      {view.delegationListed.length > 0 && (
        <section className="sheet stack">
          <h2>{self?.partyName ? t('lobby.delegation', { party: self.partyName }) : t('lobby.own')}</h2>
          <ul className="rows">
            {view.delegationListed.map((person) => <li key={person}><PersonLine person={person} /></li>)}
          </ul>
        </section>
      )}
      <section className="sheet"><DeviceCode /></section>
    </main>
  );
}
