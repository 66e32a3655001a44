import { useEffect, useState } from 'react';
import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { partiesNamed, partiesSorted } from '../people/names';
import { partyName } from '../session/select';
import type { Proposal } from '../session/proposals';
import { appearance } from '../statements/time';
import { AnswerDialog } from './AnswerDialog';
import { isAsked, isOpen, mayAnswer } from './answering';
import { Content } from './Content';
import { MakeDialog } from './MakeDialog';

/** A proposal of the mediators: how far it is, and what one may do about it. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { view } = useSession();
  const [open, setOpen] = useState<'make' | 'answer' | 'callOff' | null>(null);
  const now = useNow(proposal.stage === 'offered' || proposal.stage === 'made');
  const { stage, own, result, answers, title } = proposal;
  const mediator = view.self?.role === 'mediator';
  const close = () => setOpen(null);
  const asked = isAsked(view, proposal);
  // somebody else of the delegation has answered: what was chosen here is not to answer the next question
  useEffect(() => {
    if (!asked && stage !== 'over') setOpen((now) => (now === 'answer' ? null : now));
  }, [asked, stage]);
  return (
    <article className="proposal stack-tight" aria-label={title}>
      <h3 dir="auto">{title}</h3>
      <p className="small soft">{t('proposal.for', { names: partiesNamed(view, proposal.parties) })}</p>
      <p className="proposal-stage" data-result={result ?? ''}>
        {result ? t(stage === 'over' && proposal.text === '' && result === 'notAgreed' ? 'proposal.result.notAll' : `proposal.result.${result}`)
          : stage === 'awaited' ? t(mediator ? 'proposal.stage.awaited.bench' : 'proposal.stage.awaited')
          : isOpen(proposal, now) ? `${t(`proposal.stage.${stage as 'offered' | 'made'}`)} ${t('proposal.until', appearance(proposal.deadline))}`
          : t('proposal.stage.passed')}
      </p>
      {proposal.text !== '' && <Content proposal={proposal} />}
      {own !== null && stage !== 'over' && <p className="small">{t(own ? 'proposal.own.yes' : 'proposal.own.no')}</p>}
      {answers.length > 0 && (
        <>
          <p className="small soft" id={`answers-${proposal.proposal}`}>{t('proposal.answers')}</p>
          <ul className="small plain" aria-labelledby={`answers-${proposal.proposal}`}>
            {partiesSorted(view, answers.map((one) => one.party)).map((party) => {
              const yes = answers.find((one) => one.party === party)?.yes ?? null;
              return <li key={party}>{t(yes === null ? 'proposal.answers.silent' : yes ? 'proposal.answers.yes' : 'proposal.answers.no', { party: partyName(view, party) })}</li>;
            })}
          </ul>
        </>
      )}
      <div className="row">
        {mayAnswer(view, proposal) && isOpen(proposal, now) && (
          <button type="button" className="primary" onClick={() => setOpen('answer')}>{t(stage === 'offered' ? 'proposal.receive' : 'proposal.answer')}</button>
        )}
        {mediator && stage === 'awaited' && <button type="button" className="primary" onClick={() => setOpen('make')}>{t('proposal.make')}</button>}
        {mediator && stage !== 'over' && <button type="button" className="danger" onClick={() => setOpen('callOff')}>{t('proposal.callOff')}</button>}
      </div>
      {open === 'make' && <MakeDialog proposal={proposal} onClose={close} />}
      {/* each question is answered on its own: what was chosen for the one is nothing to the next */}
      {open === 'answer' && (asked || stage === 'over') && <AnswerDialog key={stage === 'made' || proposal.text !== '' ? 'proposal' : 'offer'} proposal={proposal} onClose={close} />}
      {open === 'callOff' && (
        <ConfirmDialog title={t('proposal.callOff.title', { title })} lead={t('proposal.callOff.lead')} yes={t('proposal.callOff')}
          command={{ type: 'proposal.callOff', proposal: proposal.proposal }} onClose={close} />
      )}
    </article>
  );
}
