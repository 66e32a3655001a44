import type { BenchEvent, Envelope, HallEvent, InviteEvent, OwnEvent, PeopleEvent, SittingEvent } from '../wire/events';
import type { Outline } from '../wire/protocol';
import { reduceBench } from './bench';
import { isDraftEvent, reduceDrafts } from './drafts';
import { reduceHall } from './hall';
import { reduceInvite } from './invites';
import { reduceOwn } from './own';
import { reducePeople } from './registry';
import { isPositionEvent, reducePositions } from './positions';
import { isPartyProposalEvent, reducePartyProposals } from './partyProposals';
import { isProposalEvent, reduceProposals } from './proposals';
import { isResultEvent, reduceResults } from './results';
import { isSettlementEvent, reduceSettlements } from './settlements';
import { isRoomEvent, reduceRooms } from './rooms';
import { briefingOf, reduceSaid, reduceSitting, renditionOf } from './sitting';
import { isStatementEvent, reduceStatements } from './statements';
import { emptyView, type SessionView } from './view';

/** How an event stands to what we hold: the next one, one we have, or one that leaves a gap. */
export function placeOf(view: SessionView, event: Envelope): 'next' | 'held' | 'gap' {
  const held = view.circles[event.circle]?.offset ?? 0;
  if (event.offset <= held) return 'held';
  return event.offset === held + 1 ? 'next' : 'gap';
}

/** The view after one event. An event already held, or one that leaves a gap, changes nothing. */
export function reduce(view: SessionView, event: Envelope): SessionView {
  if (placeOf(view, event) !== 'next') return view;
  const told = (view.circles[event.circle]?.told ?? 0) + 1;
  const held = { kind: event.kind, offset: event.offset, hash: event.hash, told };
  return reduceBody({ ...view, circles: { ...view.circles, [event.circle]: held } }, event);
}

/** A view that begins with an outline: where every circle stands, and nothing of what was told in it. */
export function outlined({ cursors, closed }: Outline): SessionView {
  const circles = Object.fromEntries(cursors.map(({ circle, kind, offset, hash }) => [circle, { kind, offset, hash, told: 0 }]));
  return { ...emptyView, circles, closedBefore: closed, table: cursors.findLast(({ kind }) => kind === 'table')?.circle ?? null };
}

/** The view after an event from before its outline: it is learnt, and no cursor moves. */
export function reducePast(view: SessionView, event: Envelope): SessionView {
  const held = view.circles[event.circle];
  if (!held) return view;
  return reduceBody({ ...view, circles: { ...view.circles, [event.circle]: { ...held, told: held.told + 1 } } }, event);
}

function reduceBody(view: SessionView, event: Envelope): SessionView {
  const { body } = event;
  if (body.type === 'said' || body.type === 'released' || body.type === 'release.made') return reduceSaid(view, event);
  const rendition = renditionOf(event);
  if (rendition) return { ...view, renditions: [...view.renditions, rendition] };
  const briefing = briefingOf(event);
  if (briefing) return { ...view, briefings: [...view.briefings, briefing] };
  if (body.type === 'briefing.opened') return { ...view, copies: view.copies + 1 };
  if (body.type === 'objection.reasoned') {
    return { ...view, reasons: { ...view.reasons, [`${body.person}/${body.party}`]: body.reason } };
  }
  if (isDraftEvent(body)) return reduceDrafts(view, event, body);
  if (isStatementEvent(body)) return reduceStatements(view, event, body);
  if (isPositionEvent(body)) return reducePositions(view, event, body);
  if (isPartyProposalEvent(body)) return reducePartyProposals(view, event, body);
  if (isResultEvent(body)) return reduceResults(view, body);
  if (isSettlementEvent(body)) return reduceSettlements(view, body);
  if (isProposalEvent(body)) return reduceProposals(view, event, body);
  if (isRoomEvent(body)) return reduceRooms(view, event, body);
  if (body.type.startsWith('invite.')) return reduceInvite(view, body as InviteEvent);
  // authorities.set and the steps of admission are told in several circles alike: one reducer for all of them.
  const known = reducePeople(view, event, body as PeopleEvent);
  switch (event.kind) {
    case 'hall':
      return reduceHall(known, event, body as HallEvent);
    case 'sitting':
      return reduceSitting(known, event, body as SittingEvent);
    case 'bench':
      return reduceBench(reduceOwn(known, event, body as OwnEvent), event, body as BenchEvent);
    case 'person':
    case 'party':
      return reduceOwn(known, event, body as OwnEvent);
    default:
      return known;
  }
}
