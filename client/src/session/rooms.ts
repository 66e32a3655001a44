import type { Envelope, RoomEvent } from '../wire/events';
import type { Bench, SessionView, Sitting } from './view';

const types: ReadonlySet<string> = new Set<RoomEvent['type']>([
  'deadline.set', 'deadline.near', 'recall.announced', 'recall.calledOff', 'turns.set', 'hand.raised', 'floor.given', 'knocked', 'knock.answered', 'link.set',
  'call.made', 'call.claimed', 'call.ended', 'word.sent',
]);

export const isRoomEvent = (body: { type: string }): body is RoomEvent => types.has(body.type);

/** Rooms and time: told to those in the room, and to the bench, which oversees all rooms. */
export function reduceRooms(view: SessionView, event: Envelope, body: RoomEvent): SessionView {
  switch (body.type) {
    case 'call.made': {
      const { call, person, urgency, text } = body;
      return { ...view, calls: [...view.calls.filter((c) => c.call !== call), { call, person, urgency, text, claimedBy: null }] };
    }
    case 'call.claimed':
      return { ...view, calls: view.calls.map((c) => (c.call === body.call ? { ...c, claimedBy: body.by } : c)) };
    case 'call.ended':
      return { ...view, calls: view.calls.filter((c) => c.call !== body.call) };
    case 'word.sent': {
      // The bench holds its own copy; a word to all stands in the hall for the mediators too.
      if (event.kind === 'bench' && !body.party && !body.person) return view;
      const { by, party, person, text, language } = body;
      return { ...view, words: [...view.words, { key: `${event.circle}/${event.offset}`, at: event.at, by, party, person, text, language }] };
    }
    default:
      if (event.kind === 'bench') return view.bench ? { ...view, bench: overseen(view.bench, body) } : view;
      return { ...view, sittings: view.sittings.map((s) => (s.sitting === event.circle ? inRoom(s, body) : s)) };
  }
}

type InRoom = Exclude<RoomEvent, { type: `call.${string}` | 'word.sent' }>;

function inRoom(sitting: Sitting, body: InRoom): Sitting {
  switch (body.type) {
    case 'deadline.set': return { ...sitting, deadline: body.at, near: null };
    case 'deadline.near': return { ...sitting, deadline: body.at, near: body.stage };
    case 'recall.announced': return { ...sitting, recall: { at: body.at, people: body.people } };
    case 'recall.calledOff': return { ...sitting, recall: null };
    case 'turns.set': return { ...sitting, byTurn: body.byTurn, speaker: null, hands: [] };
    case 'hand.raised': {
      const others = sitting.hands.filter((p) => p !== body.person);
      return { ...sitting, hands: body.up ? [...others, body.person] : others };
    }
    case 'floor.given': return { ...sitting, speaker: body.to, hands: sitting.hands.filter((p) => p !== body.to) };
    case 'knocked': return { ...sitting, knocks: [...sitting.knocks, body.mediator] };
    case 'knock.answered': return { ...sitting, knocks: sitting.knocks.filter((p) => p !== body.mediator) };
    case 'link.set': return { ...sitting, link: body.address };
  }
}

function overseen(bench: Bench, body: InRoom): Bench {
  switch (body.type) {
    case 'deadline.set': {
      const { [body.room]: _, ...others } = bench.deadlines;
      return { ...bench, deadlines: body.at ? { ...others, [body.room]: body.at } : others };
    }
    case 'recall.announced': return { ...bench, recalls: { ...bench.recalls, [body.room]: { at: body.at, people: body.people } } };
    case 'recall.calledOff': return { ...bench, recalls: Object.fromEntries(Object.entries(bench.recalls).filter(([room]) => room !== body.room)) };
    case 'turns.set': {
      const others = bench.byTurn.filter((room) => room !== body.room);
      return { ...bench, byTurn: body.byTurn ? [...others, body.room] : others };
    }
    case 'knocked':
    case 'knock.answered': {
      const isIt = (k: Bench['knocks'][number]) => k.room === body.room && k.mediator === body.mediator;
      const before = bench.knocks.find(isIt)?.count ?? 0;
      const now = { room: body.room, mediator: body.mediator, ...(body.type === 'knocked' ? { comeIn: null, count: before + 1 } : { comeIn: body.comeIn, count: before }) };
      return { ...bench, knocks: [...bench.knocks.filter((k) => !isIt(k)), now] };
    }
    default: return bench;
  }
}
