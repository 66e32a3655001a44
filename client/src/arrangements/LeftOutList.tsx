import { useTheFloor } from '../floor/context';
import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';

/** Who is left out of a plan that was made at another time, and why: known before anybody moves. */
export function LeftOutList() {
  const { view } = useSession();
  const { leftOut, plan } = useTheFloor();
  if (leftOut.length === 0) return null;
  return (
    <section className="caution left-out" role="status">
      <h4>{t('leftOut.title')}</h4>
      <ul>
        {leftOut.map(({ person, because }) => (
          <li key={person}>{t(`leftOut.${because}`, { name: nameOf(personOf(view, person).name) })}</li>
        ))}
      </ul>
      {plan.size === 0 && <p>{t('arrangements.nothing')}</p>}
    </section>
  );
}
