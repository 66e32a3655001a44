import { t, when } from '../messages';
import { useNow } from './useNow';

/** Until when, and how much is left. The end moves nobody: it is said, and the mediators decide. */
export function DeadlineLine({ at }: { at: string | null }) {
  const now = useNow(at !== null);
  if (!at) return null;
  const left = Math.ceil((Date.parse(at) - now) / 1_000);
  return (
    <p className="deadline" data-near={left <= 60} role="timer">
      {left <= 0 ? t('deadline.over', { at: when(at) }) : t('deadline.until', { at: when(at), left: leftOf(left) })}
    </p>
  );
}

const leftOf = (seconds: number): string =>
  seconds > 90 ? t('deadline.minutes', { count: Math.round(seconds / 60) }) : t('deadline.seconds', { count: seconds });
