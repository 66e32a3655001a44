import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import { t } from '../messages';
import { isOpen, mayAnswer } from './answering';

/** Says, wherever one is, that a proposal waits for one's answer. */
export function ProposalNotice({ onOpen }: { onOpen: () => void }) {
  const { view } = useSession();
  const asked = view.proposals.filter((one) => mayAnswer(view, one));
  const now = useNow(asked.length > 0);
  const open = asked.filter((one) => isOpen(one, now));
  if (open.length === 0) return null;
  return (
    <div className="notice caution position-held" role="status">
      <p>{open.map((one) => t(one.stage === 'offered' ? 'proposal.notice.offered' : 'proposal.notice.made', { title: one.title })).join(' ')}</p>
      <button type="button" className="primary" onClick={onOpen}>{t('proposal.notice.open')}</button>
    </div>
  );
}
