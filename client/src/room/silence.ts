import { t } from '../messages';
import type { SessionView, Sitting } from '../session/view';

/** Why nothing can be said here just now, in words; null when one may speak. */
export function silentBecause(view: SessionView, sitting: Sitting): string | null {
  const { phase, mediatorsAbsent } = view.hall;
  if (sitting.kind === 'waiting') return t('silence.waiting');
  if (phase === 'concluded') return t('silence.concluded');
  if (mediatorsAbsent && (sitting.kind === 'joint' || sitting.kind === 'caucus')) return t('silence.mediatorsAbsent');
  const { self } = view;
  if (sitting.byTurn && sitting.speaker !== self?.person && self?.role !== 'mediator' && self?.role !== 'interpreter') return t('silence.turn');
  return null;
}
