import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { instantOf } from '../meetings/time';
import { DeadlineFields } from '../mediatorsProposals/DeadlineFields';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { Several } from '../parts/Several';
import { useAct } from '../parts/useAct';
import { partiesNamed } from '../people/names';
import type { PartyProposal } from '../session/partyProposals';
import type { Id } from '../wire/protocol';

/** To the mediators, and for whom it is meant; they stand there by name before it is handed over. Nobody is chosen beforehand. */
export function HandDialog({ proposal, onClose }: { proposal: PartyProposal; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const asked = proposal.if?.flatMap((one) => view.issues[one.issue] ?? []) ?? [];
  const others = view.hall.parties.filter((one) => one.party !== proposal.party && !one.withdrawn && asked.every((issue) => issue.parties.includes(one.party)));
  const [parties, setParties] = useState<readonly Id[]>([]);
  const [openly, setOpenly] = useState(false);
  const [expires, setExpires] = useState(false);
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const at = expires ? instantOf(date, time) : null;
  const ready = parties.length > 0 && (!expires || at !== null);
  const names = partiesNamed(view, parties);
  const hand = async () => {
    const reply = await act({ type: 'partyProposal.hand', proposal: proposal.proposal, parties: [...parties], openly, ...(at ? { expires: at } : {}) });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('partyProposal.hand.title', { title: proposal.title })} lead={t('partyProposal.hand.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void hand(); }}>
        <Several label={t('partyProposal.recipients')} chosen={parties} onChosen={(chosen) => setParties(proposal.if ? chosen.slice(-1) : chosen)} {...(proposal.if ? { hint: t('bracket.hand.one') } : {})} of={others.map(({ party, name }) => ({ id: party, name }))} />
        {!proposal.if && <label className="check"><input type="checkbox" checked={openly} onChange={(e) => setOpenly(e.currentTarget.checked)} /><span>{t('partyProposal.openly')}</span></label>}
        <label className="check"><input type="checkbox" checked={expires} onChange={(e) => setExpires(e.currentTarget.checked)} /><span>{t('partyProposal.expires')}</span></label>
        {expires && <DeadlineFields date={date} time={time} at={at} onDate={setDate} onTime={setTime} />}
        <p className="position-audience" role="status">{parties.length > 0 ? t('partyProposal.hand.whom', { names }) : t('position.raise.nobody')}</p>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('partyProposal.hand')}</button>
        </div>
      </form>
    </Dialog>
  );
}
