import { useState } from 'react';
import { useLine, useSession } from '../line/context';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem, sentenceOf } from '../parts/Problem';
import type { Draft } from '../session/drafts';
import { personOf } from '../session/select';
import type { SessionView } from '../session/view';

/** Known to one's own side alone, or to every party: what was written in a caucus comes to the table by no choice from a list. */
function mayComeToTable(view: SessionView, { people }: Draft): boolean {
  const parties = new Set(people.map((one) => personOf(view, one).party).filter((party) => party !== null));
  return [...parties].every((party) => party === view.self?.party) || view.hall.parties.every(({ party, withdrawn }) => withdrawn || parties.has(party));
}

/** Begins with a text that was frozen and has no open bracket: its words as they are, to be cleared like any other. */
export function FromDraft({ onTaken }: { onTaken: (title: string, text: string) => void }) {
  const { view } = useSession();
  const line = useLine();
  const [problem, setProblem] = useState<string | null>(null);
  const frozen = Object.values(view.drafts).filter((draft) => mayComeToTable(view, draft)).flatMap((draft) => draft.frozen.filter(({ brackets }) => brackets === 0).map((version) => ({ draft, version })));
  if (frozen.length === 0) return null;
  const take = async (at: number) => {
    const { draft, version } = frozen[at]!;
    setProblem(null);
    // compared with itself it is told whole
    const [reply, { plain }] = await Promise.all([line.compareDrafts(version, version), import('../drafts/grammar')]);
    if (reply?.ok) onTaken(draft.title, plain(reply.runs.map((run) => run.text).join('')).trim());
    else setProblem(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
  };
  return (
    <>
      <Field label={t('statement.fromDraft')} hint={t('statement.fromDraft.hint')}>
        {(ids) => (
          <select {...ids} value="" onChange={(e) => void take(Number(e.currentTarget.value))}>
            <option value="" disabled>{t('statement.fromDraft.choose')}</option>
            {frozen.map(({ draft, version }, at) => (
              <option key={`${version.circle}${version.number}`} value={at}>{t('statement.fromDraft.version', { title: draft.title, number: version.number })}</option>
            ))}
          </select>
        )}
      </Field>
      <Problem sentence={problem} />
    </>
  );
}
