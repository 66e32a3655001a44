import { inForce } from '../protocol/inForce';
import type { SessionView, Sitting } from '../session/view';
import type { Id } from '../wire/protocol';

/** Whether a party may copy a sitting to somebody new: it was its own, or a joint one and the terms allow it. The server decides; this only says it before. */
export function mayCopy(view: SessionView, party: Id, sitting: Sitting): boolean {
  const own = sitting.people.every((id) => {
    const who = view.people[id];
    return who?.party === party || who?.role === 'mediator' || (who?.role === 'interpreter' && who.party === null);
  });
  return own || (sitting.kind === 'joint' && inForce(view.hall).protocol?.jointBriefing === true);
}
