import type { Envelope, SittingEvent } from '../wire/events';
import type { Said, SessionView, Sitting } from './view';

const untouched = { deadline: null, near: null, byTurn: false, hands: [], speaker: null, knocks: [], link: null };

/** A sitting as its first event tells it; null: it is another event. */
export function sittingOf({ circle, at, body }: Envelope): Sitting | null {
  if (body.type !== 'sitting.opened') return null;
  return { sitting: circle, room: body.room, name: body.name, kind: body.kind, people: body.people, at, talk: [], ...untouched };
}

/** What was said, as an event tells it; null: it is another event. */
export function saidOf({ circle, offset, at, body }: Envelope): Said | null {
  if (body.type !== 'said') return null;
  const { by, text, language, rule } = body;
  return { circle, offset, at, by, text, language, rule };
}

/** A new company, or a room's new name. */
export function reduceSitting(view: SessionView, event: Envelope, body: SittingEvent | { type: 'room.renamed'; name: string }): SessionView {
  const opened = sittingOf(event);
  if (opened) return { ...view, sittings: [...view.sittings, opened] };
  if (body.type === 'room.renamed') {
    return { ...view, sittings: view.sittings.map((s) => (s.sitting === event.circle ? { ...s, name: body.name } : s)) };
  }
  return view;
}

/** Speech belongs to the circle it was said in, and stays there. */
export function reduceSaid(view: SessionView, event: Envelope): SessionView {
  const said = saidOf(event);
  if (!said) return view;
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
