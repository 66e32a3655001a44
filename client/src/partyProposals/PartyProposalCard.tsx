import { useState } from 'react';
import { useNow } from '../deadline/useNow';
import { proposalSheet } from '../exports/sheets';
import { TakeAway } from '../exports/TakeAway';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Content } from '../mediatorsProposals/Content';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { partiesNamed, partiesSorted } from '../people/names';
import { holds, isUnderWay, partyName } from '../session/select';
import type { PartyProposal } from '../session/partyProposals';
import { appearance } from '../statements/time';
import { AnswerDialog } from './AnswerDialog';
import { HandDialog } from './HandDialog';
import { before, isOwn, isPending, mayAnswer, mayWrite, those } from './standing';
import { WriteDialog } from './WriteDialog';

type Open = 'hand' | 'authorise' | 'convey' | 'recall' | 'answer' | 'instead';

/** A proposal of a party: where it stands with each, as far as one may know, and what one may do about it. */
export function PartyProposalCard({ proposal }: { proposal: PartyProposal }) {
  const { view } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const now = useNow(proposal.expires !== null && isPending(proposal));
  const { proposal: id, title, standing, expires, others } = proposal;
  const [own, mediator, time] = [isOwn(view, proposal), view.self?.role === 'mediator', isUnderWay(view)];
  const names = (parties: readonly string[]) => partiesNamed(view, parties);
  const [held, ready] = [those(proposal, 'held'), those(proposal, 'authorised')];
  const handed = Object.keys(standing).length > 0;
  const conveyedToUs = !own && !mediator && standing[view.self?.party ?? ''] === 'conveyed';
  const close = () => setOpen(null);
  return (
    <article className="proposal stack-tight" aria-label={title}>
      <h3 dir="auto">{title}</h3>
      <p className="small soft">{proposal.if && <strong>{t('bracket.is')} </strong>}{t('partyProposal.from', { party: partyName(view, proposal.party) })}{others && others.length > 0 && <> {t('partyProposal.alsoTo', { names: names(others) })}</>}</p>
      {!handed && <p className="proposal-stage">{t('partyProposal.kept')}</p>}
      <ul className="plain small" aria-label={t('partyProposal.standing')}>
        {partiesSorted(view, Object.keys(standing)).map((party) => <li key={party}>{t('partyProposal.stands', { party: partyName(view, party), standing: t(`partyProposal.standing.${standing[party]!}`) })}</li>)}
      </ul>
      {expires && isPending(proposal) && <p className="small">{t('proposal.until', appearance(expires))}</p>}
      <Content proposal={proposal} earlier={before(view, proposal)} />
      {proposal.if && Object.values(standing).includes('accepted') && <p className="small" role="status">{t('bracket.firm', { party: partyName(view, proposal.party) })}</p>}
      <div className="row">
        {own && !handed && mayWrite(view) && <button type="button" className="primary" onClick={() => setOpen('hand')}>{t('partyProposal.hand')}</button>}
        {own && held.length > 0 && time && holds(view, 'convey') && <button type="button" className="primary" onClick={() => setOpen('authorise')}>{t('partyProposal.authorise')}</button>}
        {own && isPending(proposal) && time && (holds(view, 'convey') || holds(view, 'submit')) && <button type="button" className="danger" onClick={() => setOpen('recall')}>{t('partyProposal.recall')}</button>}
        {((own && handed) || conveyedToUs) && mayWrite(view) && <button type="button" onClick={() => setOpen('instead')}>{t(own ? 'partyProposal.supersede' : 'partyProposal.counter')}</button>}
        {mediator && ready.length > 0 && time && <button type="button" className="primary" onClick={() => setOpen('convey')}>{t('partyProposal.convey', { names: names(ready) })}</button>}
        {mayAnswer(view, proposal, now) && <button type="button" className="primary" onClick={() => setOpen('answer')}>{t('proposal.answer')}</button>}
      </div>
      {!mediator && <TakeAway name={title} sheet={() => proposalSheet(view, proposal)} />}
      {open === 'hand' && <HandDialog proposal={proposal} onClose={close} />}
      {open === 'instead' && <WriteDialog instead={proposal} onClose={close} />}
      {open === 'answer' && <AnswerDialog proposal={proposal} onClose={close} />}
      {open === 'authorise' && <ConfirmDialog title={t('partyProposal.authorise.title', { title })} lead={t('partyProposal.authorise.lead', { names: names(held) })} yes={t('partyProposal.authorise.do', { names: names(held) })}
        command={{ type: 'partyProposal.authorise', proposal: id }} onClose={close} />}
      {open === 'convey' && <ConfirmDialog title={t('partyProposal.convey.title', { title })} lead={t(proposal.openly ? 'partyProposal.convey.leadOpen' : 'partyProposal.convey.lead', { names: names(ready) })}
        yes={t('partyProposal.convey', { names: names(ready) })} command={{ type: 'partyProposal.convey', proposal: id, parties: ready }} onClose={close} />}
      {open === 'recall' && <ConfirmDialog title={t('partyProposal.recall.title', { title })} lead={t('partyProposal.recall.lead')} yes={t('partyProposal.recall')}
        command={{ type: 'partyProposal.recall', proposal: id }} onClose={close} />}
    </article>
  );
}
