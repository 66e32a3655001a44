import { t } from '../messages';
import type { Sitting } from '../session/view';

/** The warnings, read out once each. */
export function DeadlineNotice({ sitting }: { sitting: Sitting }) {
  return <p className="unseen" role="alert">{sitting.near ? t(`deadline.near.${sitting.near}`) : ''}</p>;
}
