import { useState } from 'react';
import { unsentNow } from '../app/leaving';
import { goAtOnce } from '../app/route';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem, sentenceOfError } from '../parts/Problem';
import { api } from '../wire/api';

/** Makes this device forget that it takes part: for a device that somebody else will use. */
export function SignOut() {
  const { session } = useSession();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async () => {
    try {
      await api.leave(session);
      goAtOnce('/');
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
  };
  const unsent = asked ? unsentNow() : 0;
  return (
    <>
      <button type="button" className="quiet tiny sign-out" onClick={() => setAsked(true)}>{t('signOut.do')}</button>
      <Dialog open={asked} title={t('signOut.title')} lead={t('signOut.lead')} onClose={() => setAsked(false)}>
        {unsent > 0 && <p className="problem">{t('signOut.unsent', { count: unsent })}</p>}
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={() => setAsked(false)}>{t('form.cancel')}</button>
          <button type="button" className="danger" onClick={() => void leave()}>{t('signOut.do')}</button>
        </div>
      </Dialog>
    </>
  );
}
