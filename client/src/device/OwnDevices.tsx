import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import type { Device } from '../session/view';
import { SignOut } from './SignOut';

/** The devices on which one takes part; one that is lost is shut out. */
export function OwnDevices() {
  const { view } = useSession();
  const [asked, setAsked] = useState<Device | null>(null);
  const own = view.devices.filter((d) => d.person === view.self?.person && (d.state === 'open' || d.state === 'confirmed'));
  return (
    <section className="stack-tight">
      <h3>{t('device.own')}</h3>
      <SignOut />
      {own.length > 1 && <ul className="rows">
        {own.map((device) => (
          <li key={device.device} className="row spread">
            <span>{device.label}</span>
            <button type="button" className="tiny danger" onClick={() => setAsked(device)}>{t('device.revoke')}</button>
          </li>
        ))}
      </ul>}
      {asked && (
        <ConfirmDialog title={t('device.revoke.title', { label: asked.label })} lead={t('device.revoke.lead')} yes={t('device.revoke')}
          command={{ type: 'device.revoke', device: asked.device }} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
