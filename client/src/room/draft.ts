import type { Said, Sitting } from '../session/view';
import type { PresentRoom, Refusal, Id } from '../wire/protocol';

/**
 * What is being written in a room, and to whom: the sitting that was on screen when the first letter was typed.
 * Sending names that sitting, so that words begun among friends never reach those who came in meanwhile.
 */
export interface Draft {
  text: string;
  sitting: Id | null;
  /** What it answers. An answer stays in the sitting of what it answers. */
  answers: Said | null;
  /** Confidential, whatever the protocol says. */
  marked: boolean;
  /** The server has said that other people are here now: the text waits for an answer. */
  question: { room: PresentRoom } | null;
  problem: string | null;
}

export const emptyDraft: Draft = { text: '', sitting: null, answers: null, marked: false, question: null, problem: null };

/** The draft after its text changed, among the people of `now`. Emptied, it forgets for whom it was. */
export function written(draft: Draft, text: string, now: Id): Draft {
  if (text.trim() === '') return { ...emptyDraft, text, answers: draft.answers, marked: draft.marked };
  return { ...draft, text, sitting: draft.sitting ?? now };
}

/** The draft after its words were refused: the text is kept, before anything written since. */
export function refused(draft: Draft, sent: Pick<Draft, 'text' | 'marked'>, named: Id, refusal: Refusal, sentence: string): Draft {
  const kept = draft.text === '' ? sent.text : `${sent.text}\n${draft.text}`;
  const room = refusal.code === 'sitting_changed' ? refusal.detail?.room : undefined;
  return { ...emptyDraft, text: kept, sitting: named, marked: sent.marked || draft.marked, question: room ? { room } : null, problem: room ? null : sentence };
}

/** Whether somebody would hear who was not there when the text was begun: then one is asked before anything is sent. */
export function wouldSurprise(draft: Draft, begun: Sitting | undefined, now: Sitting): boolean {
  if (draft.sitting === null || draft.sitting === now.sitting) return false;
  if (!begun || begun.room !== now.room) return true;
  return now.people.some((person) => !begun.people.includes(person))
    || now.companions.some((one) => !begun.companions.some((seen) => seen.id === one.id));
}

/** The present company as a question about the text: are these the people you mean? */
export const presentRoom = ({ room, name, kind, sitting, people, companions }: Sitting): PresentRoom => ({
  room, name, kind, sitting, people: [...people], companions: [...companions],
});
