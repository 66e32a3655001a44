import { t } from '../messages';
import { hasWithdrawn, holds, partyName } from '../session/select';
import type { Issue, Position } from '../session/positions';
import type { SessionView } from '../session/view';
import type { Id } from '../wire/protocol';
import { cellOf, current, shownOf } from './values';

interface Props {
  view: SessionView;
  issue: Issue;
  party: Id;
  onHistory: () => void;
  onTake: () => void;
}

/** What a party stands by on an issue, as far as this viewer may know. Empty and hidden look the same. */
export function BoardCell({ view, issue, party, onHistory, onTake }: Props) {
  const own = view.self?.party === party;
  const whose = <span className="board-whose" aria-hidden="true"><bdi>{partyName(view, party)}</bdi></span>;
  if (!issue.parties.includes(party)) return <td role="cell" className="board-cell soft small">{whose}{t('issue.notParty')}</td>;
  const cell = cellOf(view, issue.issue, party);
  const lines = linesOf(cell);
  const earlier = cell.length - lines.length;
  const history = earlier > 0 ? `${t('position.open')} ${t('position.more', { count: earlier })}` : t('position.open');
  const name = t('position.cell', { party: partyName(view, party), issue: issue.title });
  return (
    <td role="cell" className="board-cell" data-own={own}>
      {whose}
      {lines.map((one) => (
        <p key={one.position} className="board-line">
          {one.kind !== 'position' && <span className="board-kind">{t(`position.kind.${one.kind}`)}</span>}
          <span className="board-value" dir="auto">{shownOf(issue, one)}</span>
          <span className="tag" data-level={one.level}>{t(`position.level.${one.level}`)}</span>
        </p>
      ))}
      {cell.length === 0 && <span className="board-empty" aria-label={t('position.cell.empty', { party: partyName(view, party), issue: issue.title })}>–</span>}
      <span className="row board-acts">
        {cell.length > 0 && (
          <button type="button" className="link small" aria-label={`${history}: ${name}`} onClick={onHistory}>{history}</button>
        )}
        {own && mayPutDown(view) && <button type="button" className="small" aria-label={`${t('position.take')}: ${issue.title}`} onClick={onTake}>{t('position.take')}</button>}
      </span>
    </td>
  );
}

const mayPutDown = (view: SessionView): boolean =>
  view.hall.phase !== 'concluded' && view.self?.role !== 'interpreter' && !hasWithdrawn(view, view.self?.party ?? null) && holds(view, 'speak');

/** The newest of each kind; of positions also what others see, where that is another one. */
function linesOf(cell: readonly Position[]): Position[] {
  const newest = current(cell, 'position');
  const seen = newest?.level === 'joint' ? undefined : current(cell.filter((one) => one.level === 'joint'), 'position');
  const rest = (['reservationValue', 'priority', 'interest', 'alternative'] as const).map((kind) => current(cell, kind));
  return [newest, seen === newest ? undefined : seen, ...rest].filter((one) => one !== undefined);
}
