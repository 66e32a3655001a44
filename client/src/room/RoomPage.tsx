import { useState } from 'react';
import { CallMediators } from '../calls/CallMediators';
import { Consents } from '../consents/Consents';
import { StandingConsents } from '../consents/StandingConsents';
import { DelegationTalk } from '../delegation/DelegationTalk';
import { Members } from '../delegation/Members';
import { DeviceCode } from '../device/DeviceCode';
import { DeviceConfirmations } from '../device/DeviceConfirmations';
import { OwnDevices } from '../device/OwnDevices';
import { useDraftsTab } from '../drafts/useDraftsTab';
import { Invitations } from '../invite/Invitations';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ObjectTo } from '../objections/ObjectTo';
import { Objections } from '../objections/Objections';
import { WithdrawParty } from '../parties/WithdrawParty';
import { Tabs } from '../parts/Tabs';
import { ProtocolPanel } from '../protocol/ProtocolPanel';
import { Earlier } from '../record/Earlier';
import { currentSitting, hasWithdrawn, holds } from '../session/select';
import { StatementNotices } from '../statements/StatementNotices';
import { useStatementsTab } from '../statements/useStatementsTab';
import { Words } from '../words/Words';
import { GoHome } from './GoHome';
import { RoomView } from './RoomView';

/** The screen of everybody who is not a mediator: his room first; on a phone the rest is one tap away. */
export function RoomPage() {
  const { view } = useSession();
  const sitting = currentSitting(view);
  const [tab, setTab] = useState('delegation');
  const statements = useStatementsTab(setTab);
  const drafts = useDraftsTab();
  const party = view.self?.party ?? null;
  const newest = view.hall.protocols.at(-1);
  const toAccept = newest && party && !hasWithdrawn(view, party) && holds(view, 'accept') && !newest.acceptedBy.includes(party) ? 1 : 0;
  const tabs = [
    ...(party ? [{ id: 'delegation', name: t('tab.delegation'), content: <DelegationTalk /> }] : []),
    { id: 'earlier', name: t('tab.earlier'), content: <Earlier /> },
    { id: 'protocol', name: t('tab.protocol'), count: toAccept, content: <ProtocolPanel /> },
    ...drafts,
    ...statements.tabs,
    { id: 'members', name: t('tab.members'), content: <div className="stack">{party && <><Members /><StandingConsents /><ObjectTo /><WithdrawParty /></>}<DeviceCode /><OwnDevices /></div> },
  ];
  return (
    <main className="room-page">
      <div className="room-notices">
        <Words />
        <Invitations />
        <DeviceConfirmations />
        <Consents />
        <Objections />
        <StatementNotices onOpen={statements.open} />
      </div>
      <section className="sheet room-main">
        {sitting ? <RoomView sitting={sitting} /> : <p className="soft empty">{t('room.none')}</p>}
        <div className="room-acts row spread">
          <CallMediators />
          {sitting && <GoHome sitting={sitting} />}
        </div>
      </section>
      <aside className="sheet room-side" aria-label={t('room.side')}>
        <Tabs label={t('room.side')} tabs={tabs} value={tabs.some((one) => one.id === tab) ? tab : 'earlier'} onChange={setTab} />
      </aside>
    </main>
  );
}
