import { useSession } from '../line/context';
import { shown } from '../positions/values';
import type { Proposal } from '../session/proposals';
import { directionOf } from '../statements/direction';

/** What is proposed, whole. */
export function Content({ proposal }: { proposal: Proposal }) {
  const { view } = useSession();
  return (
    <div className="proposal-content" tabIndex={0} role="region" aria-label={proposal.title}>
      <p className="proposal-words" lang={proposal.language} dir={directionOf(proposal.language)}>{proposal.text}</p>
      {proposal.values.length > 0 && (
        <dl className="proposal-values">
          {proposal.values.map(({ issue, value }) => {
            const known = view.issues[issue];
            return <div key={issue}><dt dir="auto">{known?.title ?? ''}</dt><dd dir="auto">{known ? shown(known, value) : value}</dd></div>;
          })}
        </dl>
      )}
    </div>
  );
}
