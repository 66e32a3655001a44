import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { Dialog } from '../parts/Dialog';
import { partiesNamed } from '../people/names';
import type { Issue } from '../session/positions';
import { gapOf, linesOf, overlapOf, paceOf } from './compare';
import { Picture } from './Picture';
import { distance, shown } from './values';

/** How far apart the parties are and how they moved, as far as this viewer was told; for the mediators also limits that were confided. */
export function PictureDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { view } = useSession();
  const lines = linesOf(view, issue);
  const gap = gapOf(lines);
  // whoever says the gap aloud tells with it what was confided to him
  const unequal = view.self?.role === 'mediator' && gap !== null && lines.some((one) => one.points.at(-1)!.level !== 'joint');
  const overlap = view.self?.role === 'mediator' ? overlapOf(view, issue) : null;
  const at = (on: number) => (issue.kind === 'date' ? shown(issue, new Date(on * 86_400_000).toISOString().slice(0, 10)) : distance(issue, on));
  return (
    <Dialog open title={t('picture.title', { issue: issue.title })} lead={t('picture.lead')} onClose={onClose}>
      {lines.length === 0 ? <p className="soft">{t('picture.alone')}</p> : (
        <>
          <Picture issue={issue} lines={lines} />
          <p><strong>{gap === null ? t('picture.gap.alone') : gap === 0 ? t('picture.gap.none') : t('picture.gap', { gap: distance(issue, gap) })}</strong>{unequal && ` ${t('picture.gap.unequal')}`}</p>
          {overlap && (
            <p className="caution small">{overlap.low <= overlap.high ? t('picture.overlap', { low: at(overlap.low), high: at(overlap.high) })
              : t('picture.overlap.no', { gap: distance(issue, overlap.low - overlap.high) })}{overlap.unknown.length > 0 && ` ${t('picture.overlap.unknown', { names: partiesNamed(view, overlap.unknown) })}`}</p>
          )}
          <ul className="small plain">
            {lines.map((line) => {
              const { moves, moved, last } = paceOf(line);
              return <li key={line.party}>{moves === 0 ? t('picture.pace.still', { party: line.name })
                : t('picture.pace', { party: line.name, count: moves, moved: distance(issue, moved), last: distance(issue, last) })}</li>;
            })}
          </ul>
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t('picture.title', { issue: issue.title })}>
            <table className="position-table">
              <thead><tr><th scope="col">{t('picture.party')}</th><th scope="col">{t('position.value')}</th><th scope="col">{t('position.when')}</th></tr></thead>
              <tbody>
                {lines.flatMap((line) => line.points.map((one, place) => (
                  <tr key={`${line.party} ${place}`}><td>{line.name}</td><td>{shown(issue, one.value)} <span className="tag" data-level={one.level}>{t(`position.level.${one.level}`)}</span></td><td>{whenInFull(one.at)}</td></tr>
                )))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <div className="buttons"><button type="button" onClick={onClose}>{t('form.done')}</button></div>
    </Dialog>
  );
}
