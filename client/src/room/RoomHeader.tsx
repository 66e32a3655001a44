import { WithMe } from '../companions/WithMe';
import { DeadlineLine } from '../deadline/DeadlineLine';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Company } from '../people/Company';
import { RecallLine } from '../recall/RecallLine';
import type { Sitting } from '../session/view';
import { groups, many } from './hearers';
import { LinkLine } from './LinkLine';

const fits = (query: string) => globalThis.matchMedia?.(query).matches ?? false;

/** On a phone, and beside the floor on a laptop, the place is for what is said; where one writes, everybody who hears is named all the same. */
const narrow = (beside: boolean) => fits('(width < 40rem)') || (beside && fits('(height < 60rem)'));

/** Where one is and who else is here: always in sight, because whoever is in the room hears. */
export function RoomHeader({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  // a long list would push what is said out of sight: it is one touch away, the delegations and their numbers stay
  const count = sitting.people.length + sitting.companions.length;
  const few = count <= many && !narrow(view.bench !== null);
  return (
    <header className="room-header" data-kind={sitting.kind}>
      <p className="eyebrow">{t(`room.kind.${sitting.kind}`)}</p>
      <h2>{sitting.name}</h2>
      <DeadlineLine at={sitting.deadline} />
      <RecallLine recall={sitting.recall} self={view.self?.person ?? ''} />
      <LinkLine key={sitting.sitting} sitting={sitting} />
      <details open={few} className="room-company">
        <summary>
          {t('room.people', { count })}
          {!few && <span className="room-groups">{groups(view, sitting.people)}</span>}
        </summary>
        <Company people={sitting.people} companions={sitting.companions} />
        <WithMe />
      </details>
    </header>
  );
}
