import { t, when } from '../messages';
import { useSession } from './context';

/** The state of the line, in words, always in sight. It never claims more than is so. */
export function StateLine() {
  const { line, unsent, tryNow } = useSession();
  const text = (() => {
    switch (line.at) {
      case 'connecting': return t('line.connecting');
      case 'connected': return t(unsent > 0 ? 'line.sending' : 'line.connected', { count: unsent });
      case 'reconnecting': return t('line.reconnecting', { since: when(new Date(line.since).toISOString()) });
      case 'pending': return t('line.pending');
      case 'over': return t('line.over');
    }
  })();
  return (
    <div className="state-line" data-at={line.at}>
      <span role="status">
        <span className="state-dot" aria-hidden="true" />
        {text}
        {line.at === 'reconnecting' && unsent > 0 && <strong> {t('line.unsent', { count: unsent })}</strong>}
      </span>
      {line.at === 'reconnecting' && <button type="button" className="tiny" onClick={tryNow}>{t('line.tryNow')}</button>}
    </div>
  );
}
