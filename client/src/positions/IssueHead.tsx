import { useState } from 'react';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesNamed } from '../people/names';
import { hasWithdrawn, holds, partyName } from '../session/select';
import type { Issue } from '../session/positions';
import type { SessionView } from '../session/view';
import type { IssueStatus } from '../wire/positions';
import { AgreeDialog } from './AgreeDialog';
import { IssueDialog } from './IssueDialog';
import { PictureDialog } from './PictureDialog';
import { isMeasured, shown } from './values';

const statuses: readonly IssueStatus[] = ['open', 'bracketed', 'agreedInPrinciple', 'deferred'];

/** An issue: its status, who agrees to what, and what can be done about it. */
export function IssueHead({ view, issue }: { view: SessionView; issue: Issue }) {
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState<'edit' | 'agree' | 'withdraw' | 'reopen' | 'picture' | null>(null);
  const { self, hall } = view;
  const mediator = self?.role === 'mediator';
  const live = hall.phase !== 'concluded';
  const party = self?.party ?? null;
  const mine = party !== null && issue.parties.includes(party) && !hasWithdrawn(view, party);
  const agreed = issue.agreements.some((one) => one.party === party);
  const close = () => setOpen(null);
  return (
    <th scope="row" role="rowheader" className="board-issue">
      <span className="board-title"><bdi>{issue.title}</bdi></span>
      {mediator && live && issue.status !== 'agreed' ? (
        <select aria-label={t('issue.status', { title: issue.title })} disabled={busy} value={issue.status}
          onChange={(e) => void act({ type: 'issue.status', issue: issue.issue, status: e.currentTarget.value as IssueStatus })}>
          {statuses.map((one) => <option key={one} value={one}>{t(`issue.status.${one}`)}</option>)}
        </select>
      ) : <span className="tag" data-status={issue.status}>{t(`issue.status.${issue.status}`)}</span>}
      <Agreements view={view} issue={issue} />
      <Problem sentence={problem} />
      <span className="row board-acts">
        {isMeasured(issue.kind) && <button type="button" className="small" aria-label={t('picture.show.of', { issue: issue.title })} onClick={() => setOpen('picture')}>{t('picture.show')}</button>}
        {mediator && live && <button type="button" className="small" aria-label={t('issue.edit.of', { title: issue.title })} onClick={() => setOpen('edit')}>{t('issue.edit')}</button>}
        {mediator && live && issue.status === 'agreed' && <button type="button" className="small" onClick={() => setOpen('reopen')}>{t('issue.reopen')}</button>}
        {mine && live && holds(view, 'accept') && issue.status !== 'agreed' && issue.status !== 'deferred' && (
          <button type="button" className="small" aria-label={`${t('agreement.give')}: ${issue.title}`} onClick={() => setOpen('agree')}>{t('agreement.give')}</button>
        )}
        {agreed && live && holds(view, 'accept') && issue.status !== 'agreed' && <button type="button" className="small" onClick={() => setOpen('withdraw')}>{t('agreement.withdraw')}</button>}
      </span>
      {open === 'edit' && <IssueDialog issue={issue} onClose={close} />}
      {open === 'agree' && <AgreeDialog issue={issue} onClose={close} />}
      {open === 'picture' && <PictureDialog issue={issue} onClose={close} />}
      {open === 'withdraw' && (
        <ConfirmDialog title={t('agreement.withdraw.title', { party: partyName(view, party) })} lead={t('agreement.withdraw.lead')} yes={t('agreement.withdraw')}
          command={{ type: 'agreement.withdraw', issue: issue.issue }} onClose={close} />
      )}
      {open === 'reopen' && (
        <ConfirmDialog title={t('issue.reopen.title')} lead={t('issue.reopen.lead', { title: issue.title })} yes={t('issue.reopen')}
          command={{ type: 'issue.status', issue: issue.issue, status: 'open' }} onClose={close} />
      )}
    </th>
  );
}

/** Who agrees to what: of some it is said that it is some. */
function Agreements({ view, issue }: { view: SessionView; issue: Issue }) {
  const values = [...new Set(issue.agreements.map((one) => one.value))];
  if (issue.status === 'agreed') return <p className="small board-agreed">{t('agreement.all', { value: shown(issue, values[0] ?? '') })}</p>;
  const all = values.length === 1 && issue.parties.every((party) => !hasWithdrawn(view, party) && issue.agreements.some((one) => one.party === party));
  return (
    <>
      {values.map((value) => (
        <p key={value} className="small">
          {all ? `${t('agreement.rest')} ${shown(issue, value)}`
            : t('agreement.some', { names: partiesNamed(view, issue.agreements.filter((one) => one.value === value).map((one) => one.party)), value: shown(issue, value) })}
        </p>
      ))}
    </>
  );
}
