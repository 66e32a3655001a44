import { useState } from 'react';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { nameOf } from '../people/PersonLine';
import { hasWithdrawn, holds, mediatorsOf, personOf } from '../session/select';
import type { Id } from '../wire/protocol';

/** To whom one's party consents now; a holder of *accept* withdraws it. */
export function StandingConsents() {
  const { view } = useSession();
  const [asked, setAsked] = useState<Id | null>(null);
  const party = view.self?.party;
  if (!party || hasWithdrawn(view, party) || view.hall.phase === 'concluded') return null;
  const guests = Object.entries(view.hall.guests).filter(([, guest]) => guest.consents.includes(party) && guest.items.length > 0);
  const standing = [
    ...mediatorsOf(view).map((person) => ({ person, what: t('consent.mediator') })),
    ...guests.map(([person, { items }]) => ({ person, what: t('consent.guest', { items: list(items) }) })),
  ];
  if (standing.length === 0) return null;
  const name = (person: Id) => nameOf(personOf(view, person).name);
  return (
    <section className="stack-tight" aria-label={t('consent.standing')}>
      <h3>{t('consent.standing')}</h3>
      <p className="small soft">{t('consent.standing.lead')}</p>
      <ul className="rows">
        {standing.map(({ person, what }) => (
          <li key={person} className="row spread">
            <span>{name(person)} <span className="small soft">{what}</span></span>
            {holds(view, 'accept') && <button type="button" className="tiny" onClick={() => setAsked(person)}>{t('consent.withdraw')}</button>}
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmDialog
          title={t('consent.withdraw.title', { name: name(asked) })}
          lead={t(personOf(view, asked).role === 'mediator' ? 'consent.withdraw.mediator' : 'consent.withdraw.guest', { name: name(asked) })}
          yes={t('consent.withdraw.do', { name: name(asked) })}
          command={{ type: 'consent.withdraw', person: asked }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
