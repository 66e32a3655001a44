import { useEffect, useState } from 'react';
import { useLine } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem, sentenceOf } from '../parts/Problem';
import { Runs } from '../parts/Runs';
import type { Draft, FrozenVersion } from '../session/drafts';
import type { Run } from '../wire/drafts';

/** Two versions as a redline by words: what was removed and what was added, each also said and not only coloured. */
export function CompareDialog({ draft, version, onClose }: { draft: Draft; version: FrozenVersion; onClose: () => void }) {
  const line = useLine();
  const others = draft.frozen.filter((one) => one.number !== version.number);
  const [number, setNumber] = useState(() => (others.findLast((one) => one.number < version.number) ?? others[0])?.number ?? null);
  const [runs, setRuns] = useState<readonly Run[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const other = others.find((one) => one.number === number);
  const [before, after] = other && other.number > version.number ? [version, other] : [other, version];
  useEffect(() => {
    let here = true;
    setRuns(null);
    setProblem(null);
    if (before && after) {
      void line.compareDrafts(before, after).then((reply) => {
        if (!here) return;
        if (reply?.ok) setRuns(reply.runs);
        else setProblem(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
      });
    }
    return () => {
      here = false;
    };
  }, [line, before, after]);
  return (
    <Dialog open title={t('draft.compare.title', { title: draft.title })} lead={t('draft.compare.lead')} onClose={onClose}>
      {others.length === 0 ? <p>{t('draft.compare.one')}</p> : (
        <Field label={t('draft.compare.with', { number: version.number })}>
          {(ids) => (
            <select {...ids} value={number ?? ''} onChange={(e) => setNumber(Number(e.currentTarget.value))}>
              {others.map((one) => <option key={one.number} value={one.number}>{t('draft.version', { number: one.number })}</option>)}
            </select>
          )}
        </Field>
      )}
      <Problem sentence={problem} />
      {runs && <Redline runs={runs} />}
      <div className="buttons"><button type="button" onClick={onClose}>{t('draft.compare.close')}</button></div>
    </Dialog>
  );
}

/** The redline itself. */
export function Redline({ runs }: { runs: readonly Run[] }) {
  return (
    <article className="redline" aria-label={t('draft.redline')} tabIndex={0} dir="auto">
      {runs.every((run) => run.kind === 'kept') && <p className="small soft">{t('draft.compare.same')}</p>}
      <Runs runs={runs} />
    </article>
  );
}
