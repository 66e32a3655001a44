import { call } from './http';
import type { Id, Phase, Role, SessionKind } from './protocol';

export interface SessionListed {
  session: Id;
  reference: string;
  title: string;
  /** Null: it cannot be opened now, and its reference and title are not known. */
  phase: Phase | null;
}

export interface MySession extends SessionListed {
  phase: Phase;
  name: string;
  role: Role;
}

export interface Me {
  session: Id;
  person: Id;
  device: Id;
  name: string;
  role: Role;
  party: Id | null;
  pending: boolean;
}

export interface Entered {
  session: Id;
  person: Id;
  pending: boolean;
}

export interface Invitation {
  path: string;
  token: string;
  expires: string;
}

export interface DeviceCode {
  code: string;
  expires: string;
}

export interface NewSession {
  reference: string;
  title: string;
  kind: SessionKind;
  languages: string[];
}

const invitation = (session: Id, person: Id) => `/api/sessions/${session}/people/${person}/invitation`;

/** Every HTTP call of the protocol; everything else goes over the hub. */
export const api = {
  houseEnter: (token: string) => call<void>('POST', '/api/house/enter', { token }),
  house: () => call<void>('GET', '/api/house'),
  houseSessions: () => call<SessionListed[]>('GET', '/api/house/sessions'),
  prepare: (session: NewSession) => call<{ session: Id }>('POST', '/api/house/sessions', session),
  invite: (session: Id, person: Id) => call<Invitation>('POST', invitation(session, person), {}),
  revokeInvitation: (session: Id, person: Id) => call<void>('DELETE', invitation(session, person)),
  enter: (token: string, label: string) => call<Entered>('POST', '/api/enter', { token, label, program: false }),
  enterByCode: (code: string, label: string) => call<Entered>('POST', '/api/enter/code', { code, label, program: false }),
  deviceCode: (session: Id) => call<DeviceCode>('POST', `/api/sessions/${session}/code`, {}),
  mine: () => call<MySession[]>('GET', '/api/mine'),
  me: (session: Id) => call<Me>('GET', `/api/sessions/${session}/me`),
  leave: (session: Id) => call<void>('POST', `/api/sessions/${session}/leave`, {}),
};
