import type { PartyProposalCommand } from './partyProposals';
import type { ProposalCommand } from './proposals';
import type { Disclosure, Id, Refusal } from './protocol';

/** Drafts on the wire: see PROTOCOL.md. */

export type DraftEvent =
  | { type: 'draft.opened'; draft: Id; title: string; by: Id; people: Id[]; singleText: boolean; hands?: Id[] | null }
  | { type: 'version.text'; draft: Id; number: number; text: string }
  | { type: 'version.frozen'; draft: Id; number: number; version: number; by: Id; at: string; brackets: number; salt: string; hash: string; rule: Disclosure }
  | { type: 'version.markedClean'; draft: Id; number: number; by: Id }
  | { type: 'version.released'; draft: Id; number: number; party: Id; by: Id }
  | { type: 'wording.agreed'; draft: Id; party: Id; by: Id; version: number; from: number; to: number; words: string }
  | { type: 'remarks.opened'; draft: Id; circle: Id; people: Id[] }
  | { type: 'comment.made'; draft: Id; version: number; from: number; to: number; words: string; text: string; language: string; by: Id }
  | { type: 'comment.answered'; draft: Id; offset: number; text: string; language: string; by: Id }
  | { type: 'comment.closed'; draft: Id; offset: number; by: Id }
  | { type: 'draft.ended'; draft: Id; by: Id };

export type DraftCommand =
  | { type: 'draft.open'; draft: Id; title: string; for: Id; singleText?: boolean }
  | { type: 'draft.people'; draft: Id; circle: Id; people: Id[] }
  | { type: 'draft.freeze'; draft: Id; circle: Id; version: number }
  | { type: 'draft.comment'; circle: Id; version: number; from: number; to: number; text: string; language: string }
  | { type: 'comment.answer'; remarks: Id; offset: number; text: string; language: string }
  | { type: 'comment.close'; remarks: Id; offset: number }
  | { type: 'wording.agree'; circle: Id; version: number; from: number; to: number }
  | { type: 'version.markClean'; circle: Id; number: number }
  | { type: 'version.release'; circle: Id; number: number }
  | TakeDraft;

/** A frozen version as a new draft of other people. */
export interface TakeDraft {
  type: 'draft.take';
  draft: Id;
  title: string;
  from: Id;
  offset: number;
  for: Id;
  attributed: number[];
  confirm?: string;
  singleText?: boolean;
}

/** A frozen version that is put forward as the text of a proposal. */
export interface TabledVersion {
  circle: Id;
  /** Of its text there. */
  offset: number;
  hash: string;
}

/** A proposal that can have a frozen version as its text. */
export type TablingCommand = Extract<ProposalCommand, { type: 'proposal.make' }> | Extract<PartyProposalCommand, { type: 'partyProposal.write' }>;

/** A change set in the form of `ChangeSet.toJSON`. */
export type ChangeJson = (number | [number, ...string[]])[];

export interface DraftText {
  circle: Id;
  version: number;
  hash: string;
  text: string;
  more: boolean;
}

export interface DraftChanges {
  circle: Id;
  /** The version that the first of them follows. */
  from: number;
  hash: string;
  changes: { by: Id; editor: Id; change: ChangeJson }[];
}

export interface DraftCaret {
  circle: Id;
  person: Id;
  editor: Id;
  version: number;
  anchor: number;
  head: number;
}

export interface EditDraft {
  circle: Id;
  editor: Id;
  version: number;
  changes: ChangeJson[];
}

/** What those people would get. */
export interface TakenText {
  text: string;
  brackets: { start: number; end: number; from: string[] }[];
  people: Id[];
  confirm: string;
}

export type TakenReply = { ok: true; taken: TakenText } | { ok: false; refusal: Refusal };

export interface VersionPlace {
  circle: Id;
  offset: number;
}

/** A stretch of a redline. */
export interface Run {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

export type CompareReply = { ok: true; runs: Run[] } | { ok: false; refusal: Refusal };
