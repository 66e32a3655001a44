import { WordsOf } from '../drafts/WordsOf';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Redline } from '../partyProposals/Redline';
import { shown } from '../positions/values';
import { partyName } from '../session/select';
import { directionOf } from '../statements/direction';
import type { ProposedValue } from '../wire/proposals';
import type { Id } from '../wire/protocol';

/** What a proposal says. */
export interface Says {
  title: string;
  text: string;
  language: string;
  values: readonly ProposedValue[];
  party?: Id;
  /** Of a bracket: where the recipient would have to go. */
  if?: readonly ProposedValue[] | null;
}

/** What is proposed, whole; beside an earlier one, what changed. Below, and no part of it, of which version these are the words. */
export function Content({ proposal, earlier }: { proposal: Says; earlier?: Says | undefined }) {
  const { view } = useSession();
  return (
    <>
      <div className="proposal-content" tabIndex={0} role="region" aria-label={proposal.title}>
        {earlier && <p className="small soft">{t('partyProposal.compared', { title: earlier.title })}</p>}
        {earlier ? <Redline before={earlier.text} after={proposal.text} language={proposal.language} />
          : proposal.text !== '' && <p className="proposal-words" lang={proposal.language} dir={directionOf(proposal.language)}>{proposal.text}</p>}
        {proposal.if && <h4>{t('bracket.goes', { party: partyName(view, proposal.party ?? null) })}</h4>}
        <ValueList values={proposal.values} earlier={earlier?.values} />
        {proposal.if && <h4>{t('bracket.if')}</h4>}
        {proposal.if && <ValueList values={proposal.if} earlier={earlier?.if ?? undefined} />}
      </div>
      <WordsOf text={proposal.text} />
    </>
  );
}

function ValueList({ values, earlier }: { values: readonly ProposedValue[]; earlier?: readonly ProposedValue[] | undefined }) {
  const { view } = useSession();
  if (values.length === 0) return null;
  return (
    <dl className="proposal-values">
      {values.map(({ issue, value }) => {
        const known = view.issues[issue];
        const was = earlier?.find((one) => one.issue === issue)?.value;
        return (
          <div key={issue}>
            <dt dir="auto">{known?.title ?? ''}</dt>
            <dd dir="auto">{known ? shown(known, value) : value}{earlier && was !== value && <span className="small soft"> {was === undefined ? t('partyProposal.value.new') : t('partyProposal.value.was', { value: known ? shown(known, was) : was })}</span>}</dd>
          </div>
        );
      })}
    </dl>
  );
}
