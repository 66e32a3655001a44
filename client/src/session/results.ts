import type { Approval, ResultEvent, ResultKind } from '../wire/results';
import type { Id } from '../wire/protocol';
import type { SessionView } from './view';

/** What the parties have come to. */
export interface Result {
  kind: ResultKind;
  issues: readonly Id[];
  approvals: readonly Approval[];
}

export const isResultEvent = (body: { type: string }): body is ResultEvent => body.type === 'result.stated' || body.type === 'result.voided';

/** What stands is what was stated last. */
export const reduceResults = (view: SessionView, body: ResultEvent): SessionView => ({
  ...view, result: body.type === 'result.voided' ? null : { kind: body.kind, issues: body.issues, approvals: body.approvals },
});
