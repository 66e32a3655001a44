import type { BenchEvent, Envelope } from '../wire/events';
import type { RoomOnFloor } from '../wire/protocol';
import type { Bench, SessionView } from './view';

/** The floor: every room and who is in it, known to the mediators only. */
export function reduceBench(view: SessionView, event: Envelope, body: BenchEvent): SessionView {
  if (body.type === 'bench.opened') {
    const { bench } = view;
    const earlierBenches = bench
      ? [...view.earlierBenches, { circle: bench.circle, number: bench.number, talk: bench.talk }]
      : view.earlierBenches;
    const opened: Bench = {
      circle: event.circle, number: body.number, mediators: body.mediators, rooms: body.floor, wentHome: bench?.wentHome ?? [],
      deadlines: {}, byTurn: [], knocks: [], talk: [],
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
      return { ...bench, rooms: [...known, ...unknown] };
    }
    case 'went.home':
      return { ...bench, wentHome: [...new Set([...bench.wentHome, ...body.people])] };
    default:
      return bench;
  }
}
