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
  /** Who marked it as the clean text, in which no bracket is open. */
  clean: Id | null;
}

/** A draft among certain people; with other people it is another of these. */
export interface Draft {
  draft: Id;
  circle: Id;
  title: string;
  by: Id;
  people: readonly Id[];
  singleText: boolean;
  /** Parties, besides those of its people, whose words it began with. */
  hands: readonly Id[];
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

/** What somebody said of a passage, and when. */
export interface Remark {
  by: Id;
  text: string;
  language: string;
  at: string;
}

export interface Comment extends Remark {
  /** Of the remarks: who reads it. */
  circle: Id;
  offset: number;
  /** The passage as it was, and where it began then. */
  words: string;
  from: number;
  answers: readonly Remark[];
  /** Who closed it; null: it is open. */
  closed: Id | null;
}

const kinds: ReadonlySet<string> = new Set(['draft.opened', 'version.text', 'version.frozen', 'version.markedClean', 'version.released', 'wording.agreed', 'remarks.opened', 'comment.made', 'comment.answered', 'comment.closed', 'draft.ended']);

export const isDraftEvent = (body: { type: string }): body is DraftEvent => kinds.has(body.type);

/** The drafts of this participant after one more event. Texts are no part of it: they are read when somebody wants them. */
export function reduceDrafts(view: SessionView, { circle: told, offset, at }: Envelope, body: DraftEvent): SessionView {
  if (body.type === 'remarks.opened') return { ...view, remarks: { ...view.remarks, [told]: body.circle } };
  const circle = view.remarks[told] ?? told;
  const now = view.drafts[circle];
  const put = (draft: Draft): SessionView => ({ ...view, drafts: { ...view.drafts, [circle]: draft } });
  if (body.type === 'draft.opened') {
    const { draft, title, by, people, singleText, hands } = body;
    return put({ draft, circle, title, by, people, singleText, hands: hands ?? [], ended: false, frozen: [], agreed: [], comments: [] });
  }
  if (!now) return view;
  const frozen = (number: number, change: (one: FrozenVersion) => Partial<FrozenVersion>): SessionView =>
    put({ ...now, frozen: now.frozen.map((one) => (one.number === number ? { ...one, ...change(one) } : one)) });
  const comment = (about: number, change: (one: Comment) => Partial<Comment>): SessionView =>
    put({ ...now, comments: now.comments.map((one) => (one.circle === told && one.offset === about ? { ...one, ...change(one) } : one)) });
  switch (body.type) {
    case 'version.frozen': {
      const { number, version, by, brackets, salt, hash, rule } = body;
      return put({ ...now, frozen: [...now.frozen, { circle, offset: offset + 1, number, version, by, at: body.at, brackets, salt, hash, rule, released: [], clean: null }] });
    }
    case 'version.released':
      return frozen(body.number, (one) => ({ released: [...one.released, body.party] }));
    case 'version.markedClean':
      return frozen(body.number, () => ({ clean: body.by }));
    case 'wording.agreed':
      return put({ ...now, agreed: [...now.agreed.filter((one) => one.party !== body.party || one.words !== body.words), { party: body.party, words: body.words, at }] });
    case 'comment.made': {
      const { by, words, from, text, language } = body;
      return put({ ...now, comments: [...now.comments, { circle: told, offset, by, words, from, text, language, at, answers: [], closed: null }] });
    }
    case 'comment.answered': {
      const { by, text, language } = body;
      return comment(body.offset, (one) => ({ answers: [...one.answers, { by, text, language, at }], closed: null }));
    }
    case 'comment.closed':
      return comment(body.offset, () => ({ closed: body.by }));
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
