import { useState } from 'react';
import { settlementSheet } from '../exports/sheets';
import { TakeAway } from '../exports/TakeAway';
import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Digest } from '../parts/Digest';
import { partiesNamed, partiesSorted } from '../people/names';
import { nameOf } from '../people/PersonLine';
import { partyName, personOf } from '../session/select';
import type { Settlement } from '../session/settlements';
import { Attestations } from './Attestations';
import { SignDialog } from './SignDialog';
import { isComplete, maySign, mayVoid } from './standing';
import { Whole } from './Whole';

/** A settlement: what it says, who has signed, who attests it, and what one may do about it. */
export function SettlementCard({ settlement }: { settlement: Settlement }) {
  const { view } = useSession();
  const [open, setOpen] = useState<'sign' | 'void' | null>(null);
  const { title, digest, parties, signatures, voided } = settlement;
  const concluded = view.concluded.find((one) => one.settlement === settlement.settlement);
  const stage = voided ? 'void' : isComplete(settlement) ? 'complete' : signatures.length > 0 ? 'signing' : 'put';
  return (
    <article className="proposal stack-tight" aria-label={title}>
      <h3 dir="auto">{title}</h3>
      <p className="proposal-stage">{t(`settlement.stage.${stage}`)}</p>
      {voided && (
        <p className="small">{t('settlement.voided', { name: nameOf(personOf(view, voided.by).name), when: whenInFull(voided.at) })}{' '}
          {voided.signedBy.length > 0 ? t('settlement.voided.signed', { names: partiesNamed(view, voided.signedBy) }) : t('settlement.voided.unsigned')}</p>
      )}
      {parties.length > 0 && (
        <details>
          <summary>{t('settlement.read')}</summary>
          <Whole settlement={settlement} />
        </details>
      )}
      {digest !== '' && <Digest of={digest} />}
      <ul className="plain small" aria-label={t('settlement.signatures')}>
        {partiesSorted(view, parties).map((party) => {
          const signed = signatures.find((one) => one.party === party);
          return <li key={party}>{signed ? t('settlement.signed', { party: partyName(view, party), name: signed.name, when: whenInFull(signed.at) }) : t('settlement.unsigned', { party: partyName(view, party) })}</li>;
        })}
      </ul>
      {concluded && <Attestations concluded={concluded} />}
      <div className="row">
        {maySign(view, settlement) && <button type="button" className="primary" onClick={() => setOpen('sign')}>{t('settlement.sign.open')}</button>}
        {mayVoid(view, settlement) && <button type="button" className="danger" onClick={() => setOpen('void')}>{t('settlement.void')}</button>}
      </div>
      {parties.length > 0 && <TakeAway name={title} sheet={() => settlementSheet(view, settlement)} />}
      {open === 'sign' && <SignDialog settlement={settlement} onClose={() => setOpen(null)} />}
      {open === 'void' && (
        <ConfirmDialog title={t('settlement.void.title', { title })} lead={signatures.length > 0 ? t('settlement.void.leadSigned', { names: partiesNamed(view, signatures.map((one) => one.party)) }) : t('settlement.void.lead')}
          yes={t('settlement.void')} command={{ type: 'settlement.void', settlement: settlement.settlement }} onClose={() => setOpen(null)} />
      )}
    </article>
  );
}
