import type { Id } from './protocol';

/** How far the parties have come, and the approvals at home that it is subject to. */

export const resultKinds = ['agreed', 'agreedInPrinciple', 'partial'] as const;

export type ResultKind = (typeof resultKinds)[number];

export type ApprovalStanding = 'awaited' | 'given' | 'refused' | 'lapsed';

export interface AwaitedApproval {
  approval: Id;
  party: Id;
  /** In words: "the Parliament of Aland". */
  whose: string;
  until: string;
}

export interface Approval {
  id: Id;
  party: Id;
  whose: string;
  until: string;
  standing: ApprovalStanding;
  /** When it came, was refused, or lapsed. */
  at?: string | null;
}

export type ResultCommand =
  | { type: 'result.state'; kind: ResultKind; approvals: AwaitedApproval[] }
  | { type: 'approval.settle'; approval: Id; given: boolean };

export type ResultEvent =
  | { type: 'result.stated'; kind: ResultKind; issues: Id[]; approvals: Approval[] }
  | { type: 'result.voided' };
