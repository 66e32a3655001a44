import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { personOf } from '../session/select';
import { type Authority, authorities, type Id } from '../wire/protocol';

/** Records from credentials what the first holder of `appoint` may do; from then on his party decides. */
export function CredentialsDialog({ person, onClose }: { person: Id; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [held, setHeld] = useState<readonly Authority[]>(authorities);
  const record = async () => {
    const reply = await act({ type: 'credentials.record', person, authorities: [...held] });
    if (reply.ok) onClose();
  };
  const tick = (authority: Authority, on: boolean) => setHeld(authorities.filter((a) => (a === authority ? on : held.includes(a))));
  return (
    <Dialog open title={t('credentials.title', { name: nameOf(personOf(view, person).name) })} lead={t('credentials.lead')} onClose={onClose}>
      <fieldset className="choices">
        <legend className="unseen">{t('authority.change')}</legend>
        {authorities.map((authority) => (
          <label key={authority} className="check">
            <input type="checkbox" disabled={authority === 'appoint'} checked={held.includes(authority)} onChange={(e) => tick(authority, e.currentTarget.checked)} />
            <span><strong>{t(`authority.${authority}`)}</strong> <span className="soft small">{t(`authority.${authority}.means`)}</span></span>
          </label>
        ))}
      </fieldset>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy} onClick={() => void record()}>{t('credentials.record')}</button>
      </div>
    </Dialog>
  );
}
