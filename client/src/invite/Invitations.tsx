import { useSession } from '../line/context';
import { list, t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { holds, personOf } from '../session/select';

/** Invitations back to a room, with the names of those who would be there. */
export function Invitations() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const open = view.invites.filter((i) => i.state === 'open' && i.person === view.self?.person);
  if (open.length === 0) return <Problem sentence={problem} />;
  return (
    <div role="alert" className="stack">
      {open.map((invite) => {
        const names = list(invite.with.map((id) => nameOf(personOf(view, id).name)));
        return (
          <section key={invite.invite} className="move-notice">
            <p>{invite.with.length === 0 ? t('invited.alone', { room: invite.roomName }) : t('invited.with', { room: invite.roomName, names })}</p>
            <div className="row">
              <button type="button" className="primary" disabled={busy} onClick={() => void act({ type: 'invite.accept', invite: invite.invite, delegation: false })}>
                {t('invited.accept')}
              </button>
              {holds(view, 'appoint') && (
                <button type="button" disabled={busy} onClick={() => void act({ type: 'invite.accept', invite: invite.invite, delegation: true })}>
                  {t('invited.acceptAll')}
                </button>
              )}
              <button type="button" disabled={busy} onClick={() => void act({ type: 'invite.decline', invite: invite.invite })}>{t('invited.decline')}</button>
            </div>
          </section>
        );
      })}
      <Problem sentence={problem} />
    </div>
  );
}
