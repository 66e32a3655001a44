import type { InviteEvent } from '../wire/events';
import type { Invite, SessionView } from './view';

/** Invitations back to a room: told to the invited and to the bench. */
export function reduceInvite(view: SessionView, body: InviteEvent): SessionView {
  if (body.type === 'invite.made') {
    if (view.invites.some((i) => i.invite === body.invite)) return view;
    const { invite, person, room, roomName } = body;
    return { ...view, invites: [...view.invites, { invite, person, room, roomName, with: body.with, state: 'open' }] };
  }
  const state = body.type.slice('invite.'.length) as Invite['state'];
  return { ...view, invites: view.invites.map((i) => (i.invite === body.invite ? { ...i, state } : i)) };
}
