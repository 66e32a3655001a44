import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { SignOut } from './SignOut';

/** The devices on which one takes part; one that is lost is shut out at once. */
export function OwnDevices() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const own = view.devices.filter((d) => d.person === view.self?.person && (d.state === 'open' || d.state === 'confirmed'));
  return (
    <section className="stack-tight">
      <h3>{t('device.own')}</h3>
      <SignOut />
      {own.length > 1 && <ul className="rows">
        {own.map((device) => (
          <li key={device.device} className="row spread">
            <span>{device.label}</span>
            <button type="button" className="tiny danger" disabled={busy} onClick={() => void act({ type: 'device.revoke', device: device.device })}>{t('device.revoke')}</button>
          </li>
        ))}
      </ul>}
      <Problem sentence={problem} />
    </section>
  );
}
