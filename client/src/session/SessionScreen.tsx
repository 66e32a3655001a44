import { Direction } from '../app/Direction';
import { Frame } from '../app/Frame';
import { LeaveQuestion } from '../app/LeaveQuestion';
import { Nowhere } from '../app/Nowhere';
import { useUnsent } from '../app/useUnsent';
import { DevicePending } from '../device/DevicePending';
import { SignOut } from '../device/SignOut';
import { TerminationLine } from '../exports/TerminationLine';
import { FloorPage } from '../floor/FloorPage';
import { HallNotices } from '../hall/HallNotices';
import { useSession } from '../line/context';
import { StateLine } from '../line/StateLine';
import { LateRefusals, Unanswered } from '../line/Unanswered';
import { LobbyPage } from '../lobby/LobbyPage';
import { NextMeeting } from '../meetings/NextMeeting';
import { t } from '../messages';
import { Views } from '../positions/Views';
import { Rendering } from '../renditions/Rendering';
import { RoomPage } from '../room/RoomPage';
import { SecretariatPage } from '../secretariat/SecretariatPage';
import { Undertaking } from '../undertaking/Undertaking';

/** The screen that fits who one is and how far one has come. */
export function SessionScreen() {
  const { line, view, unsent, unanswered } = useSession();
  const { hall, self } = view;
  // where one has no place any more nothing of it will ever be stored
  useUnsent('words', line.at === 'over' ? 0 : unsent + unanswered);
  return (
    <Direction>
      <Frame
        middle={self && <><span className="frame-title">{hall.title || self.title}</span><span className="tag">{t(`phase.${hall.phase}`)}</span></>}
        end={<><StateLine />{self && line.at !== 'over' && <SignOut />}</>}
      >
        {line.at !== 'over' && <><Unanswered /><LateRefusals /></>}
        <Screen />
      </Frame>
      <LeaveQuestion />
    </Direction>
  );
}

function Screen() {
  const { line, view } = useSession();
  const { self } = view;
  if (line.at === 'over') {
    const key = line.code === 'removed' || line.code === 'device_revoked' || line.code === 'not_known' ? line.code : 'other';
    return <Nowhere title={t(`over.${key}`)} text={line.sentence || t('over.text')} />;
  }
  if (line.at === 'pending') return <DevicePending sentence={line.refusal.sentence} />;
  if (!self) return <p className="soft empty" role="status">{t('app.loading')}</p>;
  if (self.role === 'secretariat') return <SecretariatPage />;
  if (self.standing === 'undertaking') return <Undertaking />;
  if (self.standing === 'lobby') return <LobbyPage />;
  return (
    <>
      <HallNotices />
      <TerminationLine />
      <NextMeeting />
      <Rendering><Views rooms={view.bench ? <FloorPage /> : <RoomPage />} /></Rendering>
    </>
  );
}
