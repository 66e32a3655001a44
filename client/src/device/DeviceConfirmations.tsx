import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { personOf } from '../session/select';

/** A further device of somebody waits: is it really his? Nothing opens on it before the answer. */
export function DeviceConfirmations() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const waiting = view.devices.filter((d) => d.state === 'pending');
  if (waiting.length === 0) return null;
  return (
    <section className="caution stack" role="alert">
      {waiting.map((device) => {
        const own = device.person === view.self?.person;
        const name = nameOf(personOf(view, device.person).name);
        return (
          <div key={device.device} className="row spread">
            <p>{own ? t('device.askOwn', { label: device.label }) : t('device.ask', { name, label: device.label })}</p>
            <div className="row">
              <button type="button" disabled={busy} onClick={() => void act({ type: 'device.confirm', device: device.device })}>{t('device.confirm')}</button>
              <button type="button" className="danger" disabled={busy} onClick={() => void act({ type: 'device.revoke', device: device.device })}>{t('device.refuse')}</button>
            </div>
          </div>
        );
      })}
      <Problem sentence={problem} />
    </section>
  );
}
