import { useState } from 'react';
import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Dialog } from '../parts/Dialog';
import { hasWithdrawn, holds, partyName } from '../session/select';
import type { Issue, Position } from '../session/positions';
import type { Id } from '../wire/protocol';
import { audience, seenBy } from './audience';
import { HeldRaise } from './HeldRaises';
import { RaiseDialog } from './RaiseDialog';
import { cellOf, shownOf } from './values';

type Act = { what: 'raise' | 'withdraw'; position: Position };

/** All of a party's positions on an issue that have reached this viewer; of one's own, with what can be done about each. */
export function HistoryDialog({ issue, party, onClose }: { issue: Issue; party: Id; onClose: () => void }) {
  const { view } = useSession();
  const [open, setOpen] = useState<Act | null>(null);
  const own = view.self?.party === party;
  const tellsWho = own || view.self?.role === 'mediator';
  const all = cellOf(view, issue.issue, party).toReversed();
  const now = useNow(all.some((one) => one.raise));
  const close = () => setOpen(null);
  const may = own && !hasWithdrawn(view, party) && holds(view, 'submit') && view.hall.phase !== 'concluded';
  return (
    <Dialog open title={t('position.history', { party: partyName(view, party), issue: issue.title })} lead={t(own ? 'position.history.mine' : 'position.history.lead')} onClose={onClose}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('position.history', { party: partyName(view, party), issue: issue.title })}>
        <table className="position-table position-history" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">{t('position.what')}</th><th scope="col" role="columnheader">{t('position.value')}</th><th scope="col" role="columnheader">{t('position.when')}</th>
              {tellsWho && <th scope="col" role="columnheader">{t('position.who')}</th>}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {all.map((one) => (
              <tr key={one.position} role="row" data-withdrawn={one.withdrawn}>
                <td role="cell">{t(`position.kind.${one.kind}`)}{one.withdrawn && <> <span className="tag">{t('position.withdrawn')}</span></>}</td>
                <td role="cell"><span dir="auto" className="position-value">{shownOf(issue, one)}</span>{one.note && <p className="small soft" dir="auto">{one.note}</p>}</td>
                <td role="cell" className="small">{whenInFull(one.at)}</td>
                {tellsWho && (
                  <td role="cell" className="small">
                    <span className="position-label soft" aria-hidden="true">{t('position.who')} </span>
                    {own ? seenBy(view, one) : one.level === 'disclosed' ? audience(view, one.level, one.parties) : t(`position.level.${one.level}`)}
                    {one.raise && <HeldRaise position={one} now={now} />}
                    {may && !one.withdrawn && !one.raise && (
                      <span className="row position-acts">
                        {(one.level !== 'joint') && <button type="button" className="small" onClick={() => setOpen({ what: 'raise', position: one })}>{t('position.raise')}</button>}
                        <button type="button" className="small" onClick={() => setOpen({ what: 'withdraw', position: one })}>{t('position.withdraw')}</button>
                      </span>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="buttons"><button type="button" onClick={onClose}>{t('form.done')}</button></div>
      {open?.what === 'raise' && <RaiseDialog issue={issue} position={open.position} onClose={close} />}
      {open?.what === 'withdraw' && (
        <ConfirmDialog title={t('position.withdraw.title', { value: shownOf(issue, open.position) })} lead={t('position.withdraw.lead')} yes={t('position.withdraw')}
          command={{ type: 'position.withdraw', position: open.position.position }} onClose={close} />
      )}
    </Dialog>
  );
}
