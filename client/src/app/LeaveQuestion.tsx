import { useSyncExternalStore } from 'react';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { answerLeaving, askedNow, watchLeaving } from './leaving';

/** Asks before words are lost that are on this page alone. */
export function LeaveQuestion() {
  const asked = useSyncExternalStore(watchLeaving, askedNow);
  return (
    <Dialog open={asked !== null} title={t('leave.title')} lead={t('leave.lead', { count: asked?.count ?? 0 })} onClose={() => answerLeaving(false)}>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => answerLeaving(false)}>{t('leave.stay')}</button>
        <button type="button" className="danger" onClick={() => answerLeaving(true)}>{t('leave.go')}</button>
      </div>
    </Dialog>
  );
}
