import { useSession } from '../line/context';
import { t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Briefing } from '../session/view';

/** Under a sitting: to whom it was copied since, told to all who sat there. */
export function BriefingLines({ briefings }: { briefings: readonly Briefing[] }) {
  const { view } = useSession();
  const name = (id: string) => nameOf(personOf(view, id).name);
  return briefings.map(({ key, by, person, at }) => (
    <p key={key} className="small soft">{t('briefing.made', { by: name(by), name: name(person), time: when(at) })}</p>
  ));
}
