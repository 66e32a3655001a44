import type { Envelope } from '../wire/events';
import type { CircleKind, Id } from '../wire/protocol';

/** A place in a circle that can be read around. */
export interface Place {
  circle: Id;
  offset: number;
}

/** Something that was found. */
export interface Hit {
  key: string;
  /** The circle in which it is read: of a rendition, the sitting of what it renders. */
  circle: Id;
  kind: CircleKind;
  at: string;
  how: 'said' | 'rendered' | 'released' | 'word';
  /** Who uttered it; of released words the party. */
  by: Id;
  text: string;
  language: string;
  /** Where to read on; null: it stands by itself, and is shown whole. */
  place: Place | null;
}

/** Hits that stand in the same circle, in the order in which they were found. */
export interface Found {
  circle: Id;
  kind: CircleKind;
  hits: readonly Hit[];
}

/** A found event; null: it is of a kind that we do not know. */
export function hitOf({ circle, kind, offset, at, body }: Envelope): Hit | null {
  const hit = { key: `${circle}/${offset}`, circle, kind, at };
  switch (body.type) {
    case 'said':
      return { ...hit, how: 'said', by: body.by, text: body.text, language: body.language, place: { circle, offset } };
    case 'rendered':
      return { ...hit, circle: body.sitting, kind: 'sitting', how: 'rendered', by: body.by, text: body.text, language: body.language, place: { circle: body.sitting, offset: body.offset } };
    case 'released':
      return { ...hit, how: 'released', by: body.source, text: body.text, language: body.language, place: kind === 'person' ? null : { circle, offset } };
    case 'word.sent':
      return { ...hit, how: 'word', by: body.by, text: body.text, language: body.language, place: null };
    default:
      return null;
  }
}

/** Each circle once, where it was found first. */
export function grouped(hits: readonly Hit[]): Found[] {
  const groups = new Map<Id, Hit[]>();
  for (const hit of hits) groups.set(hit.circle, [...(groups.get(hit.circle) ?? []), hit]);
  return [...groups].map(([circle, found]) => ({ circle, kind: found[0]?.kind ?? 'sitting', hits: found }));
}
