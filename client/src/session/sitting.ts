import type { Envelope, SittingEvent } from '../wire/events';
import type { Said, SessionView, Sitting } from './view';

/** A new company, or a room's new name. */
export function reduceSitting(view: SessionView, event: Envelope, body: SittingEvent | { type: 'room.renamed'; name: string }): SessionView {
  if (body.type === 'sitting.opened') {
    const opened: Sitting = {
      sitting: event.circle, room: body.room, name: body.name, kind: body.kind, people: body.people, at: event.at, talk: [],
    };
    return { ...view, sittings: [...view.sittings, opened] };
  }
  if (body.type === 'room.renamed') {
    return { ...view, sittings: view.sittings.map((s) => (s.sitting === event.circle ? { ...s, name: body.name } : s)) };
  }
  return view;
}

/** Speech belongs to the circle it was said in, and stays there. */
export function reduceSaid(view: SessionView, event: Envelope, body: Extract<SittingEvent, { type: 'said' }>): SessionView {
  const { by, text, language, rule } = body;
  const said: Said = { circle: event.circle, offset: event.offset, at: event.at, by, text, language, rule };
  const { delegation, bench } = view;
  if (event.kind === 'sitting') {
    return { ...view, sittings: view.sittings.map((s) => (s.sitting === event.circle ? { ...s, talk: [...s.talk, said] } : s)) };
  }
  if (event.kind === 'party') {
    return { ...view, delegation: { circle: event.circle, talk: [...(delegation?.talk ?? []), said] } };
  }
  if (bench?.circle === event.circle) return { ...view, bench: { ...bench, talk: [...bench.talk, said] } };
  return {
    ...view,
    earlierBenches: view.earlierBenches.map((b) => (b.circle === event.circle ? { ...b, talk: [...b.talk, said] } : b)),
  };
}
