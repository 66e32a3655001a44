import { useState } from 'react';
import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { agenda } from '../positions/values';
import { isUnderWay, partyName } from '../session/select';
import { appearance } from '../statements/time';
import type { Approval } from '../wire/results';
import { kinds, maySettle } from './standing';
import { StateDialog } from './StateDialog';

/** What the parties have come to, and whose approval it waits for. */
export function ResultPanel() {
  const { view } = useSession();
  const [stating, setStating] = useState(false);
  const { result, self } = view;
  const may = self?.role === 'mediator' && isUnderWay(view) && kinds(view).length > 0;
  if (!result && !may) return null;
  return (
    <section className="proposals stack" aria-labelledby="result-title">
      <header className="row spread">
        <h2 id="result-title">{t('result.title')}</h2>
        {may && <button type="button" onClick={() => setStating(true)}>{t(result ? 'result.again' : 'result.state')}</button>}
      </header>
      {result ? (
        <article className="proposal stack-tight" aria-label={t(`result.kind.${result.kind}`)}>
          <h3>{t(`result.kind.${result.kind}`)}{result.approvals.length > 0 && ` ${t('result.adReferendum')}`}</h3>
          <p className="small soft">{t('result.rests')}</p>
          <ul className="small">
            {agenda(view).filter((one) => result.issues.includes(one.issue)).map((one) => <li key={one.issue}><bdi>{one.title}</bdi></li>)}
          </ul>
          {result.approvals.length > 0 && (
            <ul className="plain stack-tight" aria-label={t('result.approvals')}>{result.approvals.map((one) => <ApprovalLine key={one.id} approval={one} />)}</ul>
          )}
        </article>
      ) : <p className="soft">{t('result.none')}</p>}
      {stating && <StateDialog onClose={() => setStating(false)} />}
    </section>
  );
}

function ApprovalLine({ approval }: { approval: Approval }) {
  const { view } = useSession();
  const [open, setOpen] = useState<boolean | null>(null);
  const now = useNow(approval.standing === 'awaited');
  const { whose, until, standing, at } = approval;
  const party = partyName(view, approval.party);
  return (
    <li className="stack-tight">
      <span><bdi>{whose}</bdi> ({party}): <strong>{t(`approval.${standing}`)}</strong>{' '}
        {standing === 'awaited' ? t('approval.until', appearance(until)) : at ? t('approval.at', appearance(at)) : ''}
      </span>
      {maySettle(view, approval, now) && (
        <span className="row">
          <button type="button" className="small primary" onClick={() => setOpen(true)}>{t('approval.has')}</button>
          <button type="button" className="small" onClick={() => setOpen(false)}>{t('approval.hasNot')}</button>
        </span>
      )}
      {open !== null && (
        <ConfirmDialog title={t(open ? 'approval.has.title' : 'approval.hasNot.title', { whose })} lead={t('approval.final', { party })} yes={t(open ? 'approval.has' : 'approval.hasNot')}
          command={{ type: 'approval.settle', approval: approval.id, given: open }} onClose={() => setOpen(null)} />
      )}
    </li>
  );
}
