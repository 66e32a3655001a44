import { useState } from 'react';
import { Balance } from '../balance/Balance';
import { CallQueue } from '../calls/CallQueue';
import { DeviceConfirmations } from '../device/DeviceConfirmations';
import { useDraftsTab } from '../drafts/useDraftsTab';
import { KnockAnswers } from '../knocks/KnockAnswers';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Objections } from '../objections/Objections';
import { Tabs } from '../parts/Tabs';
import { ProtocolPanel } from '../protocol/ProtocolPanel';
import { Earlier } from '../record/Earlier';
import { RoomView } from '../room/RoomView';
import { currentSitting } from '../session/select';
import { StatementNotices } from '../statements/StatementNotices';
import { useStatementsTab } from '../statements/useStatementsTab';
import { Words } from '../words/Words';
import { BenchTalk } from './BenchTalk';
import { Board } from './Board';
import { ConfirmMove } from './ConfirmMove';
import { ConflictNotice } from './ConflictNotice';
import { FloorContext } from './context';
import { FloorTools } from './FloorTools';
import { inLobby, LobbyList } from './LobbyList';
import { PhaseControl } from './PhaseControl';
import { PlanPanel } from './PlanPanel';
import { useFloor } from './useFloor';

/** The mediators' one screen: the floor, and beside it their own room, the bench and the lobby. */
export function FloorPage() {
  const { view } = useSession();
  const floor = useFloor();
  const sitting = currentSitting(view);
  const waiting = inLobby(view.registry).length;
  const [tab, setTab] = useState('room');
  const statements = useStatementsTab(setTab);
  const drafts = useDraftsTab();
  return (
    <FloorContext.Provider value={floor}>
      <main className="floor">
        <section className="floor-board" aria-label={t('floor.title')}>
          <header className="row spread floor-head">
            <div>
              <h1>{t('floor.title')}</h1>
              <p className="small soft">{t('floor.lead')}</p>
            </div>
            <PhaseControl />
          </header>
          <FloorTools />
          <Words />
          <CallQueue />
          <Objections />
          <StatementNotices onOpen={statements.open} />
          <KnockAnswers />
          <DeviceConfirmations />
          <ConflictNotice />
          <PlanPanel />
          <Board />
          <Balance />
        </section>
        <aside className="floor-side sheet" aria-label={t('floor.side')}>
          <Tabs
            label={t('floor.side')}
            value={tab}
            onChange={setTab}
            tabs={[
              { id: 'room', name: t('tab.room'), content: sitting ? <RoomView sitting={sitting} /> : <p className="soft empty">{t('room.none')}</p> },
              { id: 'bench', name: t('tab.bench'), content: <BenchTalk /> },
              { id: 'lobby', name: t('tab.lobby'), count: waiting, content: <LobbyList /> },
              { id: 'earlier', name: t('tab.earlier'), content: <Earlier /> },
              { id: 'protocol', name: t('tab.protocol'), content: <ProtocolPanel /> },
              ...drafts,
              ...statements.tabs,
            ]}
          />
        </aside>
      </main>
      <ConfirmMove />
    </FloorContext.Provider>
  );
}
