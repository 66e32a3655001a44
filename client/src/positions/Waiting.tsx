import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import * as mediators from '../mediatorsProposals/answering';
import { t } from '../messages';
import * as parties from '../partyProposals/standing';
import { isUnderWay, partyName } from '../session/select';
import type { SessionView } from '../session/view';
import { maySign } from '../settlements/standing';

/** Says, while one is in the rooms, what beside them waits for one's answer, one's signature, or to be passed on. */
export function Waiting({ onOpen }: { onOpen: () => void }) {
  const { view } = useSession();
  const now = useNow(view.proposals.length + view.partyProposals.length > 0);
  const lines = waitingFor(view, now);
  if (lines.length === 0) return null;
  return (
    <div className="notice caution position-held" role="status">
      <div>{lines.map(([key, line]) => <p key={key}>{line}</p>)}</div>
      <button type="button" className="primary" onClick={onOpen}>{t('waiting.open')}</button>
    </div>
  );
}

/** What waits for this participant by a moment of the server's clock; each by its id. */
function waitingFor(view: SessionView, now: number): [string, string][] {
  const { self, proposals, partyProposals, settlements } = view;
  const own = partyName(view, self?.party ?? null);
  return [
    ...proposals.filter((one) => mediators.mayAnswer(view, one) && mediators.isOpen(one, now))
      .map(({ proposal, stage, title }): [string, string] => [proposal, t(stage === 'offered' ? 'proposal.notice.offered' : 'proposal.notice.made', { title })]),
    ...partyProposals.filter((one) => parties.mayAnswer(view, one, now))
      .map(({ proposal, party, title }): [string, string] => [proposal, t('partyProposal.notice.answer', { party: partyName(view, party), title })]),
    ...partyProposals.filter((one) => self?.role === 'mediator' && isUnderWay(view) && parties.those(one, 'authorised').length > 0)
      .map(({ proposal, party, title }): [string, string] => [proposal, t('partyProposal.notice.convey', { party: partyName(view, party), title })]),
    ...settlements.filter((one) => maySign(view, one)).map(({ settlement, title }): [string, string] => [settlement, t('settlement.notice.sign', { party: own, title })]),
  ];
}
