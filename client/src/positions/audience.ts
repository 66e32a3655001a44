import { list, t } from '../messages';
import { partiesInOrder } from '../people/names';
import type { Position } from '../session/positions';
import type { SessionView } from '../session/view';
import type { PositionLevel } from '../wire/positions';
import type { Id } from '../wire/protocol';

/** Everybody by name who would see a position that is raised so. */
export function audience(view: SessionView, level: PositionLevel, parties: readonly Id[]): string {
  const named = level === 'joint'
    ? view.hall.parties.filter((one) => one.party !== view.self?.party && !one.withdrawn).map((one) => one.name)
    : partiesInOrder(view, parties);
  return list([...named, t('position.mediators')]);
}

/** Who has seen one's own. */
export const seenBy = (view: SessionView, { level, parties }: Position): string =>
  (level === 'private' ? t('position.who.own') : level === 'joint' ? t('position.who.joint') : audience(view, level, parties));
