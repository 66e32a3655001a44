import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Position } from '../session/positions';
import { audience } from './audience';
import { shownOf } from './values';

/** Positions of one's own that are about to be shown, and the way to stop that; in sight wherever one is. */
export function HeldRaises() {
  const { view } = useSession();
  const own = view.self?.party;
  const held = own ? Object.values(view.positions).flatMap((row) => (row[own] ?? []).filter((one) => one.raise)) : [];
  const now = useNow(held.length > 0);
  return held.map((one) => <HeldRaise key={one.position} position={one} now={now} />);
}

/** What a raise is held for; the server's moment is a whole second, up to one later. */
const held = 10;

/** One of them. */
export function HeldRaise({ position, now }: { position: Position; now: number }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const issue = view.issues[position.issue];
  const raise = position.raise!;
  const left = Math.min(held, Math.max(0, Math.ceil((Date.parse(raise.at) - now) / 1_000)));
  return (
    <div className="notice caution position-held" role="status">
      <p><strong>{issue && `${issue.title}: ${shownOf(issue, position)}`}</strong> {t('position.held', { names: audience(view, raise.level, raise.parties), count: left })}</p>
      <Problem sentence={problem} />
      <button type="button" className="primary" disabled={busy} onClick={() => void act({ type: 'raise.recall', position: position.position })}>{t('position.recall')}</button>
    </div>
  );
}
