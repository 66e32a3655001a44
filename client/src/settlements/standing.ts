import { hasWithdrawn, holds, isUnderWay } from '../session/select';
import type { Settlement } from '../session/settlements';
import type { SessionView } from '../session/view';

export const isComplete = ({ parties, signatures, voided }: Settlement): boolean => voided === null && parties.length > 0 && signatures.length === parties.length;

export const mayPut = (view: SessionView): boolean => view.self?.role === 'mediator' && isUnderWay(view);

export const mayVoid = (view: SessionView, one: Settlement): boolean => mayPut(view) && one.voided === null && !isComplete(one);

/** Whether one signs for one's party, which has not signed yet. */
export const maySign = (view: SessionView, one: Settlement): boolean => {
  const party = view.self?.party ?? null;
  return party !== null && one.voided === null && one.parties.includes(party) && !one.signatures.some((signed) => signed.party === party)
    && holds(view, 'sign') && isUnderWay(view) && !hasWithdrawn(view, party);
};
