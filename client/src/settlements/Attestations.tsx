import { useState } from 'react';
import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Digest } from '../parts/Digest';
import { partiesNamed } from '../people/names';
import type { Concluded } from '../session/settlements';
import { attestedBy } from './words';

/** Who has attested what all have signed; and, for mediators and the secretariat, the act. */
export function Attestations({ concluded }: { concluded: Concluded }) {
  const { view } = useSession();
  const [asking, setAsking] = useState(false);
  const { self } = view;
  const may = (self?.role === 'mediator' || self?.role === 'secretariat') && !concluded.attested.some((one) => one.by === self.person);
  const names = partiesNamed(view, concluded.parties);
  return (
    <div className="stack-tight">
      {concluded.attested.length > 0 && (
        <ul className="small" aria-label={t('settlement.attested')}>
          {concluded.attested.map((one) => <li key={one.by}>{attestedBy(one)}</li>)}
        </ul>
      )}
      {may && <div className="row"><button type="button" onClick={() => setAsking(true)}>{t('settlement.attest')}</button></div>}
      {asking && (
        <ConfirmDialog title={t('settlement.attest.title')} lead={t('settlement.attest.lead', { names, when: whenInFull(concluded.at), digest: concluded.digest })} yes={t('settlement.attest')}
          command={{ type: 'settlement.attest', settlement: concluded.settlement, digest: concluded.digest }} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

/** For the secretariat, which is told that all have signed, and not what. */
export function ConcludedPanel() {
  const { view } = useSession();
  if (view.concluded.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="concluded-title">
      <h2 id="concluded-title">{t('settlement.title')}</h2>
      {view.concluded.map((one) => (
        <article key={one.settlement} className="stack-tight">
          <p>{t('settlement.concluded', { names: partiesNamed(view, one.parties), when: whenInFull(one.at) })}</p>
          <Digest of={one.digest} />
          <Attestations concluded={one} />
        </article>
      ))}
    </section>
  );
}
