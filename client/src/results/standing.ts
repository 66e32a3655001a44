import { holds } from '../session/select';
import type { SessionView } from '../session/view';
import type { Approval, ResultKind } from '../wire/results';

/** What can be said of the issues as they stand; the server decides the same. */
export function possible(view: SessionView): ResultKind | null {
  const issues = Object.values(view.issues).filter((one) => one.status !== 'deferred');
  const agreed = issues.filter((one) => one.status === 'agreed').length;
  if (issues.length === 0) return null;
  if (agreed === issues.length) return 'agreed';
  if (issues.every((one) => one.status === 'agreed' || one.status === 'agreedInPrinciple')) return 'agreedInPrinciple';
  return agreed > 0 ? 'partial' : null;
}

/** Both can be so at once: all in principle, and some in words. */
export function kinds(view: SessionView): ResultKind[] {
  const most = possible(view);
  if (most === null) return [];
  const some = most === 'agreedInPrinciple' && Object.values(view.issues).some((one) => one.status === 'agreed');
  return some ? [most, 'partial'] : [most];
}

/** Whether one says for one's party, by a moment of the server's clock, what became of it. */
export const maySettle = (view: SessionView, one: Approval, now: number): boolean =>
  one.standing === 'awaited' && view.self?.party === one.party && holds(view, 'accept') && Date.parse(one.until) > now
  && !view.hall.parties.find(({ party }) => party === one.party)?.withdrawn;
