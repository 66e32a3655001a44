import type { Id, Role } from './protocol';

/** Settlement agreements: put together from what is agreed, signed, attested. */

export interface SettlementSource {
  circle: Id;
  offset: number;
  language: string;
  authentic: boolean;
}

export interface SettlementText {
  language: string;
  authentic: boolean;
  text: string;
}

export interface SettledValue {
  issue: Id;
  title: string;
  unit?: string | null;
  value: string;
}

export type SettlementCommand =
  | { type: 'settlement.put'; settlement: Id; title: string; parties: Id[]; texts: SettlementSource[]; issues: Id[] }
  | { type: 'settlement.sign' | 'settlement.attest'; settlement: Id; digest: string }
  | { type: 'settlement.void'; settlement: Id };

export type SettlementEvent =
  | { type: 'settlement.put'; settlement: Id; title: string; parties: Id[]; texts: SettlementText[]; values: SettledValue[]; at: string; salt: string; digest: string }
  | { type: 'settlement.signed'; settlement: Id; party: Id; by: Id; name: string; at: string }
  | { type: 'settlement.voided'; settlement: Id; title: string; by: Id; signedBy: Id[]; at: string }
  | { type: 'settlement.concluded'; settlement: Id; digest: string; parties: Id[]; at: string }
  | { type: 'settlement.attested'; settlement: Id; digest: string; by: Id; name: string; role: Role; at: string };
