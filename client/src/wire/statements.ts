import type { Id } from './protocol';

/** Public statements: on the table, and public. */

export type StatementKind = 'joint' | 'mediators' | 'procedural' | 'closing';
export type StatementRelation = 'correction' | 'retraction';
export type ProceduralFact = 'opened' | 'adjourned' | 'concluded';

/** One language version: a title of one line and plain text, paragraphs parted by an empty line. */
export interface StatementText {
  language: string;
  title: string;
  text: string;
}

/** Who has cleared one language version: a party, or else a mediator or third author. */
export interface ClearedBy {
  language: string;
  party?: Id | null;
  person?: Id | null;
}

export type StatementCommand =
  | {
    type: 'statement.put'; statement: Id; kind: StatementKind; texts: StatementText[]; authors: Id[]; names: Id[];
    fact?: ProceduralFact; relation?: StatementRelation; about?: Id;
  }
  | { type: 'statement.edit'; statement: Id; version: number; texts: StatementText[] }
  | { type: 'statement.drop' | 'statement.hold' | 'clearance.withdraw'; statement: Id }
  | { type: 'statement.clear'; statement: Id; version: number; language: string; digest: string }
  | { type: 'statement.publish'; statement: Id; version: number; at?: string };

export interface StatementWritten {
  type: 'statement.written';
  statement: Id;
  kind: StatementKind;
  version: number;
  by: Id;
  texts: StatementText[];
  authors: Id[];
  names: Id[];
  relation?: StatementRelation | null;
  about?: Id | null;
}

export interface ItemPublished {
  type: 'item.published';
  item: Id;
  kind: StatementKind;
  at: string;
  onBehalf: string[];
  texts: StatementText[];
  relation?: StatementRelation | null;
  about?: Id | null;
}

export type StatementEvent =
  | { type: 'table.opened'; without: Id[] }
  | StatementWritten
  | { type: 'clearances.changed'; statement: Id; version: number; cleared: ClearedBy[] }
  | { type: 'statement.scheduled'; statement: Id; version: number; at: string }
  | { type: 'statement.held' | 'statement.dropped'; statement: Id }
  | { type: 'statement.published'; statement: Id; item: Id; at: string }
  | { type: 'feed.opened'; reference: string }
  | ItemPublished;
