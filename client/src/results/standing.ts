import { holds } from '../session/select';
import type { SessionView } from '../session/view';
import type { Approval, ResultKind } from '../wire/results';

/** What can be said of the issues as they stand, the most first; the server decides the same. All can be agreed in principle, and some in words. */
export function kinds(view: SessionView): ResultKind[] {
  const issues = Object.values(view.issues).filter((one) => one.status !== 'deferred');
  const agreed = issues.filter((one) => one.status === 'agreed').length;
  if (issues.length === 0) return [];
  if (agreed === issues.length) return ['agreed'];
  const some: ResultKind[] = agreed > 0 ? ['partial'] : [];
  return issues.every((one) => one.status === 'agreed' || one.status === 'agreedInPrinciple') ? ['agreedInPrinciple', ...some] : some;
}

/** Whether one says for one's party, by a moment of the server's clock, what became of it. */
export const maySettle = (view: SessionView, one: Approval, now: number): boolean =>
  one.standing === 'awaited' && view.self?.party === one.party && holds(view, 'accept') && Date.parse(one.until) > now
  && !view.hall.parties.find(({ party }) => party === one.party)?.withdrawn;
