import { CallsLine } from '../calls/CallsLine';
import { DeadlineLine } from '../deadline/DeadlineLine';
import { DeadlineNotice } from '../deadline/DeadlineNotice';
import { Invitations } from '../invite/Invitations';
import { KnockAnswers } from '../knocks/KnockAnswers';
import { Knocks } from '../knocks/Knocks';
import { useSession } from '../line/context';
import { RecallLine } from '../recall/RecallLine';
import { currentSitting } from '../session/select';
import { Words } from '../words/Words';
import { MoveNotice } from './MoveNotice';

/** What one is told in the rooms, for whoever looks at something else: who came and left, words, calls, knocks, what ends. */
export function Notices() {
  const { view } = useSession();
  const sitting = currentSitting(view);
  return (
    <div className="notices">
      {sitting && (
        <>
          <MoveNotice sitting={sitting} />
          <DeadlineLine at={sitting.deadline} />
          <DeadlineNotice sitting={sitting} />
          <RecallLine recall={sitting.recall} self={view.self?.person ?? ''} />
          <Knocks sitting={sitting} />
        </>
      )}
      <Words />
      {view.bench ? <><KnockAnswers /><CallsLine /></> : <Invitations />}
    </div>
  );
}
