import type { InviteEvent } from '../wire/events';
import type { Invite, SessionView } from './view';

/** Invitations back to a room: told to the invited and to the bench. */
export function reduceInvite(view: SessionView, body: InviteEvent): SessionView {
  if (body.type === 'invite.made') {
    if (view.invites.some((i) => i.invite === body.invite)) return view;
    const { invite, person, room, roomName } = body;
    return { ...view, invites: [...view.invites, { invite, person, room, roomName, state: 'open' }] };
  }
  // What a mediator affirmed when he invited: for the record of the bench, and nothing changes by it.
  if (body.type === 'invite.confirmed') return view;
  const state = body.type.slice('invite.'.length) as Invite['state'];
  return { ...view, invites: view.invites.map((i) => (i.invite === body.invite ? { ...i, state } : i)) };
}
