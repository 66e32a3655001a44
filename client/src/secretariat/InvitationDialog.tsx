import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { CopyText } from '../parts/CopyText';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { personOf } from '../session/select';
import { api, type Invitation } from '../wire/api';
import type { Id } from '../wire/protocol';

/** Issues an invitation: the link is shown once, here, and can be revoked until it is used. */
export function InvitationDialog({ person, onClose }: { person: Id; onClose: () => void }) {
  const { view, session } = useSession();
  const { run, busy, problem } = useCall();
  const [issued, setIssued] = useState<Invitation | null>(null);
  const state = view.registry?.[person]?.invitation.state ?? 'none';
  const issue = async () => setIssued((await run(() => api.invite(session, person))) ?? null);
  const revoke = async () => {
    await run(() => api.revokeInvitation(session, person));
    setIssued(null);
  };
  return (
    <Dialog open title={t('invitation.title', { name: nameOf(personOf(view, person).name) })} lead={t('invitation.lead')} onClose={onClose}>
      {issued && (
        <div className="stack-tight" role="status">
          <CopyText text={`${location.origin}${issued.path}`} label={t('invitation.link')} />
          <p className="caution small">{t('invitation.onceShown', { time: when(issued.expires) })}</p>
        </div>
      )}
      {!issued && state === 'issued' && <p className="small soft">{t('invitation.again')}</p>}
      <Problem sentence={problem} />
      <div className="buttons">
        {state === 'issued' && <button type="button" className="danger" disabled={busy} onClick={() => void revoke()}>{t('invitation.revoke')}</button>}
        {!issued && <button type="button" className="primary" disabled={busy} onClick={() => void issue()}>{t('invitation.issue')}</button>}
        <button type="button" onClick={onClose}>{t('form.done')}</button>
      </div>
    </Dialog>
  );
}
