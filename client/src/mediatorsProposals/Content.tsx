import { useSession } from '../line/context';
import { t } from '../messages';
import { Redline } from '../partyProposals/Redline';
import { shown } from '../positions/values';
import { directionOf } from '../statements/direction';
import type { ProposedValue } from '../wire/proposals';

/** What a proposal says. */
export interface Says {
  title: string;
  text: string;
  language: string;
  values: readonly ProposedValue[];
}

/** What is proposed, whole; beside an earlier one, what changed. */
export function Content({ proposal, earlier }: { proposal: Says; earlier?: Says | undefined }) {
  const { view } = useSession();
  return (
    <div className="proposal-content" tabIndex={0} role="region" aria-label={proposal.title}>
      {earlier && <p className="small soft">{t('partyProposal.compared', { title: earlier.title })}</p>}
      {earlier ? <Redline before={earlier.text} after={proposal.text} language={proposal.language} />
        : proposal.text !== '' && <p className="proposal-words" lang={proposal.language} dir={directionOf(proposal.language)}>{proposal.text}</p>}
      {proposal.values.length > 0 && (
        <dl className="proposal-values">
          {proposal.values.map(({ issue, value }) => {
            const known = view.issues[issue];
            const was = earlier?.values.find((one) => one.issue === issue)?.value;
            return (
              <div key={issue}>
                <dt dir="auto">{known?.title ?? ''}</dt>
                <dd dir="auto">{known ? shown(known, value) : value}{earlier && was !== value && <span className="small soft"> {was === undefined ? t('partyProposal.value.new') : t('partyProposal.value.was', { value: known ? shown(known, was) : was })}</span>}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </div>
  );
}
