import { t } from '../messages';

/** Whether somebody's line is up: told by shape as well as colour, and in words to a screen reader. */
export function Presence({ here }: { here: boolean }) {
  return (
    <span className="presence" data-here={here} title={here ? t('people.here') : t('people.away')}>
      <span className="unseen">{here ? t('people.here') : t('people.away')}</span>
    </span>
  );
}
