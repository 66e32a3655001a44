import { useSession } from '../line/context';
import { t } from '../messages';
import { partyIndex } from '../session/select';
import type { Issue } from '../session/positions';
import type { Line } from './compare';
import { shown } from './values';

const [width, height, side, top] = [640, 280, 110, 16];
const dashes = ['', '7 4', '2 4', '10 3 2 3', '1 6', '12 6'];

/** One step line for each party, told apart by dash, mark and name and not by colour; the table beside it has the same data. Time goes from the
 *  left to the right on every page, and names stand to the right of their lines. */
export function Picture({ issue, lines }: { issue: Issue; lines: readonly Line[] }) {
  const { view } = useSession();
  const all = lines.flatMap((one) => one.points);
  const [low, high] = [Math.min(...all.map((one) => one.on)), Math.max(...all.map((one) => one.on))];
  const times = [...new Set(all.map((one) => one.at))].toSorted();
  // evenly, move by move: bargaining is counted in moves and not in hours
  const x = (at: string) => 24 + (times.indexOf(at) / Math.max(1, times.length - 1)) * (width - side - 48);
  const y = (on: number) => top + (high === low ? 0.5 : (high - on) / (high - low)) * (height - 2 * top - 16);
  return (
    <svg className="picture" direction="ltr" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('picture.title', { issue: issue.title })}>
      {[high, low].filter((on, at, ends) => at === 0 || on !== ends[0]).map((on) => <line key={on} className="picture-rule" x1={8} x2={width - side} y1={y(on)} y2={y(on)} />)}
      {labels(lines.map((line) => y(line.points.at(-1)!.on))).map((labelY, at) => {
        const line = lines[at]!;
        const mark = Math.max(0, partyIndex(view, line.party));
        const end = line.points.at(-1)!;
        const path = line.points.map((one, place) => (place === 0 ? `M ${x(one.at)} ${y(one.on)}` : `H ${x(one.at)} V ${y(one.on)}`)).join(' ') + ` H ${width - side}`;
        return (
          <g key={line.party} className="picture-line" data-party={mark % 6}>
            <path d={path} fill="none" strokeDasharray={dashes[mark % dashes.length]} />
            {line.points.map((one, place) => <Mark key={place} kind={mark} x={x(one.at)} y={y(one.on)} />)}
            <text x={width - side + 6} y={labelY + 4}><tspan fontWeight="600">{line.name}</tspan><tspan x={width - side + 6} dy={15}>{shown(issue, end.value)}</tspan></text>
          </g>
        );
      })}
    </svg>
  );
}

/** Names at the ends of the lines, moved apart where lines meet. */
function labels(at: readonly number[]): number[] {
  const order = at.map((y, index) => ({ y, index })).toSorted((one, other) => one.y - other.y);
  let last = -Infinity;
  for (const one of order) {
    one.y = Math.max(one.y, last + 34);
    last = one.y;
  }
  const over = Math.max(0, last - (height - 24));
  return order.map((one) => ({ ...one, y: one.y - over })).toSorted((one, other) => one.index - other.index).map((one) => one.y);
}

function Mark({ kind, x, y }: { kind: number; x: number; y: number }) {
  switch (kind % 4) {
    case 0: return <circle cx={x} cy={y} r={4.5} />;
    case 1: return <rect x={x - 4} y={y - 4} width={8} height={8} />;
    case 2: return <path d={`M ${x} ${y - 5} L ${x + 5} ${y + 4} L ${x - 5} ${y + 4} Z`} />;
    default: return <path d={`M ${x} ${y - 6} L ${x + 6} ${y} L ${x} ${y + 6} L ${x - 6} ${y} Z`} />;
  }
}
