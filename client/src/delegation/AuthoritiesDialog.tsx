import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { personOf } from '../session/select';
import { authorities, type Id } from '../wire/protocol';

/** Grants and revokes authorities; each tick is an act of its own and takes effect at once. */
export function AuthoritiesDialog({ person, onClose }: { person: Id; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const held = view.authorities[person] ?? [];
  return (
    <Dialog open title={t('authority.title', { name: nameOf(personOf(view, person).name) })} lead={t('authority.lead')} onClose={onClose}>
      <fieldset className="choices" disabled={busy}>
        <legend className="unseen">{t('authority.change')}</legend>
        {authorities.map((authority) => (
          <label key={authority} className="check">
            <input
              type="checkbox"
              checked={held.includes(authority)}
              onChange={(e) => void act({ type: e.currentTarget.checked ? 'authority.grant' : 'authority.revoke', person, authority })}
            />
            <span><strong>{t(`authority.${authority}`)}</strong> <span className="soft small">{t(`authority.${authority}.means`)}</span></span>
          </label>
        ))}
      </fieldset>
      <Problem sentence={problem} />
      <div className="buttons"><button type="button" onClick={onClose}>{t('form.done')}</button></div>
    </Dialog>
  );
}
