import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesNamed } from '../people/names';
import { missing } from '../session/select';

/** The secretariat's view of parties that would join or come back. */
export function JoiningParties() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { joining, parties, phase } = view.hall;
  const gone = parties.filter((p) => p.withdrawn && !joining.some((one) => one.party === p.party));
  if (phase === 'concluded' || joining.length + gone.length === 0) return null;
  return (
    <section className="sheet stack" aria-label={t('joining.title')}>
      <h2>{t('joining.title')}</h2>
      <ul className="rows">
        {joining.map(({ party, name, consents }) => {
          const own = parties.some((p) => p.party === party && p.withdrawn) && !consents.includes(party) ? [party] : [];
          return (
            <li key={party} className="row spread">
              <div>
                <p>{name}</p>
                <p className="small soft">{t('joining.missing', { parties: partiesNamed(view, [...missing(view, consents), ...own]) })}</p>
              </div>
              <button type="button" className="tiny" disabled={busy} onClick={() => void act({ type: 'party.retract', party })}>{t('joining.retract')}</button>
            </li>
          );
        })}
        {gone.map(({ party, name }) => (
          <li key={party} className="row spread">
            <p>{t('notice.partyWithdrawn', { name })}</p>
            <button type="button" className="tiny" disabled={busy} onClick={() => void act({ type: 'party.add', party, name })}>{t('joining.again', { name })}</button>
          </li>
        ))}
      </ul>
      <Problem sentence={problem} />
    </section>
  );
}
