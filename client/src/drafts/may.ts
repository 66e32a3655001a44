import { hasWithdrawn, holds, personOf } from '../session/select';
import type { Draft, FrozenVersion } from '../session/drafts';
import type { SessionView } from '../session/view';
import type { Id, Role } from '../wire/protocol';

/** The parties whose people have it. */
export const partiesOf = (view: SessionView, people: readonly Id[]): Id[] =>
  [...new Set(people.map((id) => personOf(view, id).party))].filter((party): party is Id => party !== null);

/** The parties that had a hand in it: it goes to others when each of them lets it go. */
export const sourcesOf = (view: SessionView, draft: Draft): Id[] =>
  [...new Set([...(draft.singleText ? [] : partiesOf(view, draft.people)), ...draft.hands])];

/** Whether one may write in it. The server decides; this only says it before. */
export function mayWrite(view: SessionView, draft: Draft): boolean {
  const me = view.self;
  if (!me || draft.ended || view.hall.phase === 'concluded') return false;
  if (me.role === 'mediator') return true;
  // whoever was granted nothing and had nothing revoked speaks: of that nothing is told
  const speaks = view.authorities[me.person]?.includes('speak') ?? true;
  return me.party !== null && me.role !== 'interpreter' && !draft.singleText && speaks && !hasWithdrawn(view, me.party);
}

/** Whether one may give it to other people. */
export function mayGive(view: SessionView, draft: Draft): boolean {
  const me = view.self;
  if (!me || draft.ended || view.hall.phase === 'concluded') return false;
  const parties = partiesOf(view, draft.people);
  return me.role === 'mediator'
    || (holds(view, 'brief') && parties.length === 1 && parties[0] === me.party && !draft.people.some((id) => personOf(view, id).role === 'mediator'));
}

/** Whether one may comment on it, answer and close: an interpreter of the session interprets. */
export const mayRemark = (view: SessionView, draft: Draft): boolean => {
  const me = view.self;
  return me !== null && !draft.ended && view.hall.phase !== 'concluded' && (me.role !== 'interpreter' || me.party !== null) && !hasWithdrawn(view, me.party);
};

/** Whether one may say that one's party can live with some words. */
export const mayAgree = (view: SessionView, draft: Draft): boolean =>
  !draft.ended && view.self?.party != null && holds(view, 'accept') && view.hall.phase !== 'concluded' && !hasWithdrawn(view, view.self.party);

/** Who can be put on its list: people of the same parties, and, by a mediator, those of none; guests only where no party had a hand in it. */
export const candidates = (view: SessionView, draft: Draft): Id[] => {
  const parties = partiesOf(view, draft.people);
  const ofNoParty = (role: Role) => view.self?.role === 'mediator' && (role === 'mediator' || role === 'interpreter' || sourcesOf(view, draft).length === 0);
  return Object.values(view.people)
    .filter((one) => one.role !== 'secretariat' && (draft.people.includes(one.person) || (one.party === null ? ofNoParty(one.role) : parties.includes(one.party))))
    .map((one) => one.person);
};

/** Whether one's delegation had a hand in it and has not let it go to others. */
export const mayRelease = (view: SessionView, draft: Draft, version: FrozenVersion): boolean => {
  const party = view.self?.party ?? null;
  return party !== null && !draft.ended && holds(view, 'release') && sourcesOf(view, draft).includes(party) && !version.released.includes(party);
};

/** For whom a new draft can be: those in the room, the delegation, the bench. */
export interface Audience {
  circle: Id;
  kind: 'sitting' | 'party' | 'bench';
  name: string;
  people: readonly Id[];
}

export function audiences(view: SessionView): Audience[] {
  const sitting = view.sittings.at(-1);
  const me = view.self;
  const own = me?.party ? Object.entries(view.circles).find(([, held]) => held.kind === 'party')?.[0] : undefined;
  return [
    ...(sitting && sitting.kind !== 'waiting' ? [{ circle: sitting.sitting, kind: 'sitting' as const, name: sitting.name, people: sitting.people }] : []),
    ...(own && me ? [{ circle: own, kind: 'party' as const, name: '', people: Object.values(view.people).filter((one) => one.party === me.party).map((one) => one.person) }] : []),
    ...(view.bench ? [{ circle: view.bench.circle, kind: 'bench' as const, name: '', people: Object.values(view.people).filter((one) => one.role === 'mediator').map((one) => one.person) }] : []),
  ];
}
