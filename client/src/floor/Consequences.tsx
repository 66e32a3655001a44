import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { peopleNamed } from '../people/names';
import { partyName, personOf } from '../session/select';
import type { Consequences as What, Id } from '../wire/protocol';

/** What an arrangement would bring about: what matters most comes first. */
export function Consequences({ what, brief = false }: { what: What; brief?: boolean }) {
  const { view } = useSession();
  const person = (id: Id) => nameOf(personOf(view, id).name);
  const room = (id: Id) => view.bench?.rooms.find((r) => r.room === id)?.name ?? '';
  return (
    <div className="consequences stack">
      {what.meetings.length > 0 && (
        <section className="caution">
          <h4>{t('plan.meetings')}</h4>
          <ul>{what.meetings.map(([a, b]) => <li key={`${a}${b}`}>{t('plan.meeting', { a: partyName(view, a), b: partyName(view, b) })}</li>)}</ul>
        </section>
      )}
      {what.takenOut.length > 0 && (
        <section className="caution">
          <h4>{t('plan.takenOut')}</h4>
          <p>{peopleNamed(view, what.takenOut)}</p>
        </section>
      )}
      {what.withoutInterpreter.length > 0 && (
        <section className="caution">
          <h4>{t('plan.withoutInterpreter')}</h4>
          <p>{peopleNamed(view, what.withoutInterpreter)}</p>
        </section>
      )}
      {!brief && what.meetings.length + what.takenOut.length === 0 && <p className="soft">{t('plan.quiet')}</p>}
      <section>
        <h4>{t('plan.rooms')}</h4>
        <dl>
          {what.rooms.map((r) => (
            <div key={r.room}>
              <dt>{room(r.room)}</dt>
              <dd>{r.people.length === 0 ? t('floor.emptyRoom') : peopleNamed(view, r.people)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {!brief && what.firstTime.length > 0 && (
        <details>
          <summary>{t('plan.firstTime', { count: what.firstTime.length })}</summary>
          <ul className="small">{what.firstTime.map(([a, b]) => <li key={`${a}${b}`}>{t('plan.meeting', { a: person(a), b: person(b) })}</li>)}</ul>
        </details>
      )}
    </div>
  );
}
