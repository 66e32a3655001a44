import { useState } from 'react';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesNamed } from '../people/names';
import { hasWithdrawn, holds, partyName } from '../session/select';
import { inForce } from './inForce';
import { ProtocolForm } from './ProtocolForm';
import { Terms } from './Terms';

/** The protocol: what holds now, what is proposed, and who has accepted it. */
export function ProtocolPanel() {
  const { view } = useSession();
  const { hall, self } = view;
  const { act, busy, problem } = useAct();
  const [proposing, setProposing] = useState(false);
  const force = inForce(hall);
  const newest = hall.protocols.at(-1);
  const waits = newest && newest.number !== force.number ? newest : null;
  const missing = waits ? hall.parties.filter((p) => !p.withdrawn && !waits.acceptedBy.includes(p.party)) : [];
  const mayPropose = self?.role === 'secretariat' || self?.role === 'mediator';
  const mayAccept = waits && self?.party && !hasWithdrawn(view, self.party) && holds(view, 'accept') && !waits.acceptedBy.includes(self.party);
  return (
    <div className="stack">
      <div className="protocol-columns">
      <section className="stack-tight">
        <h3>{t(force.number === null ? 'protocol.strictest' : 'protocol.inForce')}</h3>
        {force.number === null && <p className="small soft">{t('protocol.strictest.lead')}</p>}
        <Terms protocol={force.protocol} />
      </section>
      {waits && (
        <section className="stack-tight protocol-waits">
          <h3>{t('protocol.proposed', { number: waits.number })}</h3>
          <Terms protocol={waits.protocol} />
          <p className="small">
            {waits.acceptedBy.length > 0 && t('protocol.acceptedBy', { parties: partiesNamed(view, waits.acceptedBy) })}{' '}
            {missing.length > 0 && t('protocol.missing', { parties: list(missing.map((p) => p.name)) })}
          </p>
          {mayAccept && (
            <div>
              <button type="button" className="primary" disabled={busy} onClick={() => void act({ type: 'protocol.accept', number: waits.number })}>
                {t('protocol.accept', { party: partyName(view, self.party) })}
              </button>
            </div>
          )}
        </section>
      )}
      </div>
      <Problem sentence={problem} />
      {mayPropose && !proposing && <div><button type="button" onClick={() => setProposing(true)}>{t('protocol.propose')}</button></div>}
      {mayPropose && proposing && <ProtocolForm start={newest?.protocol ?? null} onDone={() => setProposing(false)} />}
    </div>
  );
}
