import type { BenchEvent, Envelope } from '../wire/events';
import type { Id, RoomOnFloor } from '../wire/protocol';
import type { Bench, RecallTold, SessionView } from './view';

/** The floor: every room and who is in it, known to the mediators only. */
export function reduceBench(view: SessionView, event: Envelope, body: BenchEvent): SessionView {
  if (body.type === 'bench.opened') {
    const { bench } = view;
    const earlierBenches = bench
      ? [...view.earlierBenches, { circle: bench.circle, number: bench.number, talk: bench.talk }]
      : view.earlierBenches;
    const opened: Bench = {
      circle: event.circle, number: body.number, mediators: body.mediators, rooms: body.floor, wentHome: bench?.wentHome ?? [],
      before: null, saved: [], times: null, deadlines: {}, recalls: {}, byTurn: [], knocks: [], talk: [],
      guestRooms: {},
    };
    return { ...view, earlierBenches, bench: opened };
  }
  if (!view.bench || view.bench.circle !== event.circle) return view;
  const bench = reduceFloor(view.bench, body);
  return bench === view.bench ? view : { ...view, bench };
}

function reduceFloor(bench: Bench, body: BenchEvent): Bench {
  switch (body.type) {
    case 'room.made': {
      if (bench.rooms.some((r) => r.room === body.room)) return bench;
      const made: RoomOnFloor = { room: body.room, kind: body.kind, name: body.name, party: body.party, sitting: null, people: [] };
      return { ...bench, rooms: [...bench.rooms, made] };
    }
    case 'room.renamed':
      return { ...bench, rooms: bench.rooms.map((r) => (r.room === body.room ? { ...r, name: body.name } : r)) };
    case 'room.closed':
      return { ...bench, rooms: bench.rooms.filter((r) => r.room !== body.room) };
    case 'floor.changed': {
      const changed = new Map(body.rooms.map((r) => [r.room, r]));
      const known = bench.rooms.map((r) => changed.get(r.room) ?? r);
      const unknown = body.rooms.filter((r) => !bench.rooms.some((k) => k.room === r.room));
      return { ...bench, rooms: [...known, ...unknown], recalls: stillThere(bench.recalls, body.rooms) };
    }
    case 'floor.before':
      return { ...bench, before: body.rooms };
    case 'arrangement.saved': {
      const { arrangement, name, moves } = body;
      const saved = { arrangement, name, moves };
      return bench.saved.some((one) => one.arrangement === arrangement)
        ? { ...bench, saved: bench.saved.map((one) => (one.arrangement === arrangement ? saved : one)) }
        : { ...bench, saved: [...bench.saved, saved] };
    }
    case 'arrangement.forgotten':
      return { ...bench, saved: bench.saved.filter((one) => one.arrangement !== body.arrangement) };
    case 'time.counted':
      return { ...bench, times: { at: body.at, parties: body.parties } };
    case 'guest.rooms':
      return { ...bench, guestRooms: { ...bench.guestRooms, [body.person]: body.rooms } };
    case 'went.home':
      return { ...bench, wentHome: [...new Set([...bench.wentHome, ...body.people])] };
    default:
      return bench;
  }
}

/** A recall holds for those who still sit there; when nobody does it is over. */
function stillThere(recalls: Readonly<Record<Id, RecallTold>>, rooms: readonly RoomOnFloor[]): Readonly<Record<Id, RecallTold>> {
  const left = Object.entries(recalls).map(([room, recall]) => {
    const row = rooms.find((r) => r.room === room);
    return [room, row ? { ...recall, people: recall.people.filter((p) => row.people.includes(p)) } : recall] as const;
  });
  return Object.fromEntries(left.filter(([, recall]) => recall.people.length > 0));
}
