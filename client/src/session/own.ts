import type { Envelope, OwnEvent } from '../wire/events';
import { knowPerson } from './people';
import { planned } from './planned';
import type { Device, SessionView } from './view';

/** What concerns this participant alone, and his delegation. */
export function reduceOwn(view: SessionView, event: Envelope, body: OwnEvent): SessionView {
  switch (body.type) {
    case 'self.opened': {
      const { person, name, role, party, partyName, title } = body;
      const known = knowPerson(view, { person, name, role, party });
      return { ...known, self: { person, name, role, party, partyName, title, standing: view.self?.standing ?? 'undertaking' } };
    }
    case 'delegation.listed': {
      const party = view.self?.party ?? null;
      const known = body.people.reduce((so, one) => knowPerson(so, { ...one, party }), view);
      return { ...known, delegationListed: body.people.map((one) => one.person) };
    }
    case 'meeting.set':
    case 'meeting.cancelled':
      return { ...view, hall: { ...view.hall, meetings: planned(view.hall.meetings, body) } };
    case 'delegation.opened':
      return { ...view, delegation: { circle: event.circle, talk: [] } };
    case 'device.opened':
      return { ...view, devices: withDevice(view.devices, { ...pick(body), state: 'open' }) };
    case 'device.pending':
      return { ...view, devices: withDevice(view.devices, { ...pick(body), state: 'pending' }) };
    case 'device.confirmed':
    case 'device.revoked': {
      const state = body.type === 'device.confirmed' ? 'confirmed' : 'revoked';
      return { ...view, devices: view.devices.map((d) => (d.device === body.device ? { ...d, state } : d)) };
    }
    default:
      return view;
  }
}

const pick = ({ device, person, label }: Omit<Device, 'state'>) => ({ device, person, label });

/** A pending device is told in several circles; it is one device, and what is settled stays settled. */
function withDevice(devices: readonly Device[], device: Device): readonly Device[] {
  const known = devices.find((d) => d.device === device.device);
  if (!known) return [...devices, device];
  return known.state === 'open' ? devices.map((d) => (d === known ? device : d)) : devices;
}
