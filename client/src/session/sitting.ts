import type { Envelope, SittingEvent } from '../wire/events';
import type { Briefing, Rendition, Said, SessionView, Sitting } from './view';

const untouched = { recall: null, deadline: null, near: null, byTurn: false, hands: [], speaker: null, knocks: [], link: null };

/** A sitting, or a copy of one, as its first event tells it; null: it is another event. */
export function sittingOf({ circle, at, body }: Envelope): Sitting | null {
  if (body.type === 'briefing.opened') {
    const { by, name, kind, people, satAt } = body;
    return { sitting: circle, room: '', name, kind, people, companions: [], at: satAt, talk: [], ...untouched, copiedBy: by };
  }
  if (body.type !== 'sitting.opened') return null;
  const { room, name, kind, people } = body;
  return { sitting: circle, room, name, kind, people, companions: body.companions ?? [], at, talk: [], ...untouched };
}

/** What was said, as an event tells it; null: it is another event. */
export function saidOf({ circle, offset, at, body }: Envelope): Said | null {
  if (body.type === 'said') {
    const { by, text, language, rule, command = null, replyTo = null, marked = false, files } = body;
    return { circle, offset, at, by, text, language, rule, command, replyTo, marked, files: files ?? [] };
  }
  if (body.type === 'briefing.told') {
    const { by, saidAt, text, language, replyTo, renders, files } = body;
    return renders === null
      ? { circle, offset, at: saidAt, by, text, language, rule: 'confidentialUnlessReleased', command: null, replyTo, marked: false, files: [], filesLeft: files }
      : null;
  }
  const none = { circle, offset, at, rule: 'confidentialUnlessReleased', command: null, replyTo: null, marked: false, files: [] } as const;
  if (body.type === 'released') return { ...none, by: '', text: body.text, language: body.language, released: body };
  if (body.type === 'release.made') return { ...none, by: body.by, text: '', language: '', made: body };
  return null;
}

/** What was said in another language, as an event tells it; null: it is another event. */
export function renditionOf({ circle, offset: at, body }: Envelope): Rendition | null {
  if (body.type === 'briefing.told' && body.renders !== null) {
    return { key: `${circle}/${at}`, sitting: circle, offset: body.renders, by: body.by, text: body.text, language: body.language };
  }
  if (body.type !== 'rendered') return null;
  const { sitting, offset, by, text, language } = body;
  return { key: `${circle}/${at}`, sitting, offset, by, text, language };
}

/** That a sitting was copied to somebody, as an event tells it; null: it is another event. */
export function briefingOf({ circle, at, body }: Envelope): Briefing | null {
  return body.type === 'briefing.made' ? { key: circle, sitting: body.sitting, by: body.by, person: body.person, at } : null;
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
  if (event.kind === 'person') {
    const { released } = said;
    const word = { key: `${said.circle}/${said.offset}`, at: said.at, by: '', party: null, person: view.self?.person ?? null, text: said.text, language: said.language };
    return released ? { ...view, words: [...view.words, { ...word, released }] } : view;
  }
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
