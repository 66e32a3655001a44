import { t, whenInFull } from '../messages';
import { shown } from '../positions/values';
import type { Concluded } from '../session/settlements';
import type { SessionView } from '../session/view';
import type { SettledValue } from '../wire/settlements';

/** Who attested it, for whom, and when. */
export const attestedBy = ({ role, name, at }: Concluded['attested'][number]): string =>
  t(role === 'secretariat' ? 'settlement.attested.institution' : 'settlement.attested.mediator', { name, when: whenInFull(at) });

/** An agreed value as people read it. */
export function settledShown(view: SessionView, { issue, unit, value }: SettledValue): string {
  const known = view.issues[issue];
  return known ? shown(known, value) : `${value} ${unit ?? ''}`.trim();
}
