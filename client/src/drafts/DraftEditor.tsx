import { useState } from 'react';
import { leaving } from '../app/leaving';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Menu, MenuItem } from '../parts/Menu';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesNamed, peopleNamed } from '../people/names';
import type { Draft } from '../session/drafts';
import { partyName } from '../session/select';
import { Dots } from '../floor/Dots';
import { wordsAround } from './brackets';
import { mayAgree, mayGive, mayRemark } from './may';
import { PeopleDialog } from './PeopleDialog';
import { RemarkDialog, type Remarked } from './RemarkDialog';
import { Remarks } from './Remarks';
import { Toolbar } from './Toolbar';
import { useManuscript } from './useManuscript';
import { Versions } from './Versions';

/** One draft: whose it is, what is disputed, whether it is stored; its text; and what was frozen of it. */
export function DraftEditor({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem, setProblem } = useAct();
  const { manuscript, standing, place, brackets, count, writes } = useManuscript(draft);
  const [remarking, setRemarking] = useState<Remarked | null>(null);
  const [giving, setGiving] = useState(false);
  const names = peopleNamed(view, draft.people);
  const party = partyName(view, view.self?.party ?? null);
  const remark = (what: 'comment' | 'agree') => {
    const passage = manuscript.passage((at) => wordsAround(brackets, at));
    setProblem(passage ? null : t('draft.passage.none'));
    if (passage) setRemarking({ what, ...passage });
  };
  const freeze = async () => {
    if (manuscript.version !== null) await act({ type: 'draft.freeze', draft: draft.draft, circle: draft.circle, version: manuscript.version });
  };
  return (
    <article className="draft" aria-label={draft.title}>
      <header className="draft-head">
        <h2>{draft.title}</h2>
        <span className="row">
          <Menu button={<button type="button" className="quiet" aria-label={t('draft.more', { title: draft.title })}><Dots /></button>}>
            <MenuItem onSelect={() => void freeze()} disabled={!writes || busy || manuscript.version === null}>{t('draft.freeze')}</MenuItem>
            <MenuItem onSelect={() => remark('comment')} disabled={!mayRemark(view, draft) || standing.closed}>{t('draft.comment')}</MenuItem>
            {mayAgree(view, draft) && <MenuItem onSelect={() => remark('agree')} disabled={standing.closed}>{t('draft.agree', { party })}</MenuItem>}
            {mayGive(view, draft) && <MenuItem onSelect={() => setGiving(true)}>{t('draft.people')}</MenuItem>}
          </Menu>
          <button type="button" className="quiet" onClick={() => leaving(manuscript.lost, onClose)}>{t('draft.close')}</button>
        </span>
      </header>
      <p className="small soft">{draft.ended ? t('draft.ended') : draft.singleText ? t('draft.single', { names }) : t('draft.of', { names })}</p>
      {draft.hands.length > 0 && <p className="small soft">{t('draft.hands', { names: partiesNamed(view, draft.hands) })}</p>}
      <Toolbar view={() => manuscript.view} brackets={() => brackets} party={party} count={count} writes={writes && !standing.closed} />
      <Problem sentence={problem ?? standing.problem} />
      {standing.kept && (
        <div className="caution draft-kept" role="alert">
          <p>{t('draft.kept')}</p>
          <pre>{standing.kept}</pre>
          <button type="button" onClick={manuscript.putAway}>{t('draft.kept.away')}</button>
        </div>
      )}
      <div className="draft-paper" ref={place} data-coming={!standing.here} />
      <p className="small draft-standing" role="status" data-unsaved={standing.unsaved > 0}>{standingWords(standing, writes)}</p>
      <Remarks draft={draft} text={manuscript.view?.state.doc.toString() ?? ''} onShow={manuscript.show} />
      <Versions draft={draft} />
      {remarking && <RemarkDialog draft={draft} passage={remarking} onClose={() => setRemarking(null)} />}
      {giving && <PeopleDialog draft={draft} onClose={() => setGiving(false)} />}
    </article>
  );
}

function standingWords({ here, up, unsaved, closed }: { here: boolean; up: boolean; unsaved: number; closed: boolean }, writes: boolean): string {
  if (unsaved > 0) return t(closed ? 'draft.notTaken' : up ? 'draft.saving' : 'draft.unsaved');
  if (!here) return t('draft.coming');
  if (!up) return t('draft.offline');
  return writes ? t('draft.saved') : t('draft.reading');
}
