import { useSession } from '../line/context';
import { list, t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { hasWithdrawn, holds, personOf } from '../session/select';
import type { Command } from '../wire/commands';

interface Asked {
  key: string;
  sentence: string;
  consents: readonly string[];
  give: Command;
}

/** What waits for one's party's consent: mediators, parties that would join, guests. */
export function Consents() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const party = view.self?.party;
  if (!party || view.hall.phase === 'concluded') return null;
  const { proposedMediators, joining, guests } = view.hall;
  const gone = hasWithdrawn(view, party);
  const asked: Asked[] = gone
    ? joining.filter((one) => one.party === party)
      .map((one) => ({ key: one.party, sentence: t('party.comeBack.asked'), consents: one.consents, give: { type: 'consent.give', party: one.party } }))
    : [
        ...proposedMediators.map(({ person, name, consents }): Asked => (
          { key: person, sentence: t('consent.asked', { name }), consents, give: { type: 'consent.give', person } })),
        ...joining.map(({ party: other, name, consents }): Asked => (
          { key: other, sentence: t('consent.askedParty', { name }), consents, give: { type: 'consent.give', party: other } })),
        ...Object.entries(guests).filter(([, { items }]) => items.length > 0).map(([person, { items, consents }]): Asked => (
          { key: person, sentence: t('consent.askedGuest', { name: nameOf(personOf(view, person).name), items: list(items) }), consents, give: { type: 'consent.give', person } })),
      ];
  const open = asked.filter(({ consents }) => !consents.includes(party));
  if (open.length === 0 && !gone) return null;
  return (
    <section className="caution stack">
      {gone && <p>{t('party.withdrawn')}</p>}
      {open.map(({ key, sentence, give }) => (
        <div key={key} className="row spread">
          <p>{sentence}</p>
          {holds(view, 'accept') && (
            <button type="button" className="primary" disabled={busy} onClick={() => void act(give)}>{t(gone ? 'party.comeBack' : 'consent.give')}</button>
          )}
        </div>
      ))}
      <Problem sentence={problem} />
    </section>
  );
}
