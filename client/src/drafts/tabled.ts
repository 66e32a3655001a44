import { mayWrite as mayPropose } from '../partyProposals/standing';
import { type Draft, draftsOf, type FrozenVersion } from '../session/drafts';
import { isUnderWay } from '../session/select';
import type { SessionView } from '../session/view';
import type { TabledVersion } from '../wire/drafts';
import type { Id } from '../wire/protocol';
import { sourcesOf } from './may';

/** A frozen version that can be the text of a proposal. */
export interface Tabled {
  draft: Draft;
  version: FrozenVersion;
}

export const keyOf = ({ version }: Tabled): string => `${version.circle}/${version.offset}`;

/** As a command names it. */
export const placeOf = ({ version: { circle, offset, hash } }: Tabled): TabledVersion => ({ circle, offset, hash });

/** All that one has, the newest of each draft first. */
export const versionsOf = (view: SessionView): Tabled[] =>
  draftsOf(view).flatMap((draft) => draft.frozen.toReversed().map((version) => ({ draft, version })));

/** Whether one makes proposals, as a mediator or for one's party. */
export const mayTable = (view: SessionView): boolean => (view.self?.role === 'mediator' ? isUnderWay(view) : mayPropose(view));

/** Other parties that had a hand in it and have not let it go. The server decides; this only says whom to ask. */
export const heldBy = (view: SessionView, { draft, version }: Tabled): Id[] =>
  sourcesOf(view, draft).filter((party) => party !== view.self?.party && !version.released.includes(party));
