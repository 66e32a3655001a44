import type { DraftEvent } from '../wire/drafts';
import type { Envelope } from '../wire/events';
import type { Disclosure, Id } from '../wire/protocol';
import type { SessionView } from './view';

/** A version that was frozen. */
export interface FrozenVersion {
  circle: Id;
  /** Of its text in the circle. */
  offset: number;
  number: number;
  version: number;
  by: Id;
  at: string;
  brackets: number;
  salt: string;
  hash: string;
  rule: Disclosure;
  released: readonly Id[];
}

/** A draft among certain people; with other people it is another of these. */
export interface Draft {
  draft: Id;
  circle: Id;
  title: string;
  by: Id;
  people: readonly Id[];
  singleText: boolean;
  ended: boolean;
  frozen: readonly FrozenVersion[];
  /** Which party can live with which words. */
  agreed: readonly Agreed[];
  /** Of one's own side and the mediators, as far as one hears of them. */
  comments: readonly Comment[];
}

export interface Agreed {
  party: Id;
  words: string;
  at: string;
}

export interface Comment {
  key: string;
  by: Id;
  words: string;
  text: string;
  language: string;
  at: string;
}

const kinds: ReadonlySet<string> = new Set(['draft.opened', 'version.text', 'version.frozen', 'version.released', 'wording.agreed', 'remarks.opened', 'comment.made', 'draft.ended']);

export const isDraftEvent = (body: { type: string }): body is DraftEvent => kinds.has(body.type);

/** The drafts of this participant after one more event. Texts are no part of it: they are read when somebody wants them. */
export function reduceDrafts(view: SessionView, { circle: told, offset, at }: Envelope, body: DraftEvent): SessionView {
  if (body.type === 'remarks.opened') return { ...view, remarks: { ...view.remarks, [told]: body.circle } };
  const circle = view.remarks[told] ?? told;
  const now = view.drafts[circle];
  const put = (draft: Draft): SessionView => ({ ...view, drafts: { ...view.drafts, [circle]: draft } });
  if (body.type === 'draft.opened') {
    const { draft, title, by, people, singleText } = body;
    return put({ draft, circle, title, by, people, singleText, ended: false, frozen: [], agreed: [], comments: [] });
  }
  if (!now) return view;
  switch (body.type) {
    case 'version.frozen': {
      const { number, version, by, brackets, salt, hash, rule } = body;
      return put({ ...now, frozen: [...now.frozen, { circle, offset: offset + 1, number, version, by, at: body.at, brackets, salt, hash, rule, released: [] }] });
    }
    case 'version.released':
      return put({ ...now, frozen: now.frozen.map((one) => (one.number === body.number ? { ...one, released: [...one.released, body.party] } : one)) });
    case 'wording.agreed':
      return put({ ...now, agreed: [...now.agreed.filter((one) => one.party !== body.party || one.words !== body.words), { party: body.party, words: body.words, at }] });
    case 'comment.made': {
      const { by, words, text, language } = body;
      return put({ ...now, comments: [...now.comments, { key: `${told}/${offset}`, by, words, text, language, at }] });
    }
    case 'draft.ended':
      return put({ ...now, ended: true });
    default:
      return view;
  }
}

/** Those that go on, the newest first; then those that went on with others. */
export const draftsOf = (view: SessionView): Draft[] => {
  const all = Object.values(view.drafts).toReversed();
  return [...all.filter((one) => !one.ended), ...all.filter((one) => one.ended)];
};
