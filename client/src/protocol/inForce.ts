import type { Hall } from '../session/view';
import type { CaucusNotice, Protocol } from '../wire/protocol';

const notices: readonly CaucusNotice[] = ['none', 'afterwards', 'now'];

/** A party that withdrew is not waited for. */
const takingPart = (hall: Hall) => hall.parties.filter((p) => !p.withdrawn);

/** A proposal that every party has accepted. */
const accepted = (hall: Hall, at: number): boolean => {
  const proposed = hall.protocols[at];
  return proposed !== undefined && takingPart(hall).length > 0 && takingPart(hall).every((p) => proposed.acceptedBy.includes(p.party));
};

/** The terms that hold now: the last protocol that every party accepted; until there is one, the strictest of each. */
export function inForce(hall: Hall): { number: number | null; protocol: Protocol | null } {
  for (let at = hall.protocols.length - 1; at >= 0; at--) {
    const proposed = hall.protocols[at];
    if (proposed && accepted(hall, at)) return { number: proposed.number, protocol: proposed.protocol };
  }
  const newest = hall.protocols.at(-1)?.protocol;
  if (!newest) return { number: null, protocol: null };
  const least = (a: CaucusNotice, b: CaucusNotice) => (notices.indexOf(a) <= notices.indexOf(b) ? a : b);
  return {
    number: null,
    protocol: {
      ...newest,
      disclosure: 'confidentialUnlessReleased',
      caucusNotice: least('none', newest.caucusNotice),
      existencePublic: false,
      receipts: false,
      jointBriefing: false,
    },
  };
}
