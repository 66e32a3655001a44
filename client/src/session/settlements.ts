import type { SettledValue, SettlementEvent, SettlementText } from '../wire/settlements';
import type { Id, Role } from '../wire/protocol';
import type { SessionView } from './view';

export interface Signature {
  party: Id;
  by: Id;
  name: string;
  at: string;
}

/** A settlement agreement as it lies on the table. */
export interface Settlement {
  settlement: Id;
  title: string;
  parties: readonly Id[];
  texts: readonly SettlementText[];
  values: readonly SettledValue[];
  at: string;
  salt: string;
  digest: string;
  signatures: readonly Signature[];
  /** It is void, and whose signatures with it; null: it is not. */
  voided: { by: Id; signedBy: readonly Id[]; at: string } | null;
}

/** What the hall knows of one that all have signed. */
export interface Concluded {
  settlement: Id;
  digest: string;
  parties: readonly Id[];
  at: string;
  attested: readonly { by: Id; name: string; role: Role; at: string }[];
}

const types: ReadonlySet<string> = new Set<SettlementEvent['type']>([
  'settlement.put', 'settlement.signed', 'settlement.voided', 'settlement.concluded', 'settlement.attested',
]);

export const isSettlementEvent = (body: { type: string }): body is SettlementEvent => types.has(body.type);

/** A later table tells what stands again: nothing is counted twice. */
export function reduceSettlements(view: SessionView, body: SettlementEvent): SessionView {
  const known = view.settlements.find((one) => one.settlement === body.settlement);
  const put = (now: Settlement): SessionView => ({
    ...view, settlements: known ? view.settlements.map((one) => (one === known ? now : one)) : [...view.settlements, now],
  });
  switch (body.type) {
    case 'settlement.put': {
      const { type: _, ...is } = body;
      return known ? view : put({ ...is, signatures: [], voided: null });
    }
    case 'settlement.signed': {
      const { type: _, settlement: __, ...signature } = body;
      return !known || known.signatures.some((one) => one.party === body.party) ? view : put({ ...known, signatures: [...known.signatures, signature] });
    }
    case 'settlement.voided': {
      const { settlement, title, by, signedBy, at } = body;
      const was = known ?? { settlement, title, parties: [], texts: [], values: [], at, salt: '', digest: '', signatures: [] };
      return put({ ...was, voided: { by, signedBy, at } });
    }
    case 'settlement.concluded': {
      const { type: _, ...is } = body;
      return view.concluded.some((one) => one.settlement === body.settlement) ? view : { ...view, concluded: [...view.concluded, { ...is, attested: [] }] };
    }
    case 'settlement.attested': {
      const { type: _, settlement, digest: __, ...attested } = body;
      return { ...view, concluded: view.concluded.map((one) => (one.settlement === settlement ? { ...one, attested: [...one.attested, attested] } : one)) };
    }
  }
}
