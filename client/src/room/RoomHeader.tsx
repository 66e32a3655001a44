import { DeadlineLine } from '../deadline/DeadlineLine';
import { t } from '../messages';
import { Company } from '../people/Company';
import type { Sitting } from '../session/view';
import { LinkLine } from './LinkLine';

/** Where one is and who else is here: always in sight, because whoever is in the room hears. */
export function RoomHeader({ sitting }: { sitting: Sitting }) {
  return (
    <header className="room-header" data-kind={sitting.kind}>
      <p className="eyebrow">{t(`room.kind.${sitting.kind}`)}</p>
      <h2>{sitting.name}</h2>
      <DeadlineLine at={sitting.deadline} />
      <LinkLine sitting={sitting} />
      <details open className="room-company">
        <summary>{t('room.people', { count: sitting.people.length })}</summary>
        <Company people={sitting.people} />
      </details>
    </header>
  );
}
