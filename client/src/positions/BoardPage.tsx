import { Fragment, useCallback, useState } from 'react';
import { positionsSheet } from '../exports/sheets';
import { TakeAway } from '../exports/TakeAway';
import { useSession } from '../line/context';
import { ProposalsPanel } from '../mediatorsProposals/ProposalsPanel';
import { t } from '../messages';
import { PartyProposalsPanel } from '../partyProposals/PartyProposalsPanel';
import { SettlementPanel } from '../settlements/SettlementPanel';
import { ResultPanel } from '../results/ResultPanel';
import type { Issue } from '../session/positions';
import type { Id } from '../wire/protocol';
import { BoardRow } from './BoardRow';
import { HistoryDialog } from './HistoryDialog';
import { IssueDialog } from './IssueDialog';
import { TakeDialog } from './TakeDialog';
import { agenda } from './values';

type Open = { what: 'new' } | { what: 'take'; issue: Issue } | { what: 'history'; issue: Issue; party: Id };

/** The board: issues by parties, from what this viewer may see and nothing else. On a phone its rows are laid out as blocks: with their roles they stay a table. */
export function BoardPage() {
  const { view } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const mediator = view.self?.role === 'mediator';
  const issues = agenda(view);
  const packages = [...new Set(issues.map((one) => one.package))];
  const parties = view.hall.parties;
  const close = () => setOpen(null);
  const showHistory = useCallback((issue: Issue, party: Id) => setOpen({ what: 'history', issue, party }), []);
  const take = useCallback((issue: Issue) => setOpen({ what: 'take', issue }), []);
  return (
    <main className="board-page sheet" aria-labelledby="board-title">
      <header className="row spread">
        <div>
          <h1 id="board-title">{t('issue.title')}</h1>
          <p className="small soft">{t(mediator ? 'issue.lead.bench' : 'issue.lead.party')}</p>
        </div>
        {mediator && view.hall.phase !== 'concluded' && <button type="button" className="primary" onClick={() => setOpen({ what: 'new' })}>{t('issue.add')}</button>}
      </header>
      {issues.length === 0 ? <p className="soft empty">{t(mediator ? 'issue.none.bench' : 'issue.none')}</p> : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('issue.grid')}>
          <table className="board-grid" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{t('issue.column')}</th>
                {parties.map(({ party, name }) => <th key={party} scope="col" role="columnheader"><bdi>{name}</bdi></th>)}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {packages.map((group) => (
                <Fragment key={group ?? ''}>
                  {packages.some((one) => one !== null) && (
                    <tr className="board-package" role="row"><th scope="rowgroup" role="rowheader" colSpan={parties.length + 1}>{group === null ? t('issue.single') : t('issue.package', { name: group })}</th></tr>
                  )}
                  {issues.filter((one) => one.package === group).map((issue) => (
                    <BoardRow key={issue.issue} view={view} issue={issue} onHistory={showHistory} onTake={take} />
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {Object.values(view.positions).some((row) => (row[view.self?.party ?? ''] ?? []).length > 0) && <TakeAway name={t('export.positions.ours')} sheet={() => positionsSheet(view)} />}
      <ResultPanel />
      <SettlementPanel />
      <PartyProposalsPanel />
      <ProposalsPanel />
      {open?.what === 'new' && <IssueDialog issue={null} onClose={close} />}
      {open?.what === 'take' && <TakeDialog issue={open.issue} onClose={close} />}
      {open?.what === 'history' && <HistoryDialog issue={view.issues[open.issue.issue] ?? open.issue} party={open.party} onClose={close} />}
    </main>
  );
}
