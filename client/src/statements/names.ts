import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partyName, personOf } from '../session/select';
import type { Statement } from '../session/statements';
import type { SessionView } from '../session/view';
import type { Side } from './clearing';

/** A side by name. */
export const nameOfSide = (view: SessionView, side: Side): string =>
  (side.party === null ? nameOf(personOf(view, side.person).name) : partyName(view, side.party));

/** For whom one's own clearance counts. */
export const forWhom = (view: SessionView, side: Side): string =>
  (side.party === null ? t('statement.forYourself') : t('statement.forParty', { party: partyName(view, side.party) }));

/** The headline by which one tells statements apart. */
export const titleOf = ({ texts }: Pick<Statement, 'texts'>): string => texts[0]?.title ?? '';

/** Where the public finds it. A number may have strokes in it, and then they part the path. */
export const feedPath = (reference: string): string => `/feed/${reference.split('/').map(encodeURIComponent).join('/')}`;
