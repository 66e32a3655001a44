import type { InviteEvent } from '../wire/events';
import type { Id } from '../wire/protocol';
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
  const told = { ...view, invites: view.invites.map((i) => (i.invite === body.invite ? { ...i, state } : i)) };
  return body.type === 'invite.accepted' ? isBack(told, body.person) : told;
}

/** Somebody who went home by himself may be moved again: he accepted, or left the session. */
export function isBack(view: SessionView, person: Id): SessionView {
  const { bench } = view;
  return bench?.wentHome.includes(person) ? { ...view, bench: { ...bench, wentHome: bench.wentHome.filter((p) => p !== person) } } : view;
}
