import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSession } from '../line/context';
import { t } from '../messages';
import { peopleNamed } from '../people/names';
import { draftsOf } from '../session/drafts';
import type { Id } from '../wire/protocol';
import { audiences } from './may';
import { OpenForm } from './OpenForm';

// the editor comes only to those who open a draft
const DraftTable = lazy(() => import('./DraftTable').then((m) => ({ default: m.DraftTable })));

/** The drafts that one has, and the way to a new one. */
export function DraftsPanel() {
  const { view } = useSession();
  const [opening, setOpening] = useState(false);
  const [onTable, setOnTable] = useState<readonly Id[]>([]);
  const [wanted, setWanted] = useState<Id | null>(null);
  const drafts = draftsOf(view);
  const fresh = wanted ? drafts.find((one) => one.draft === wanted)?.circle : undefined;
  if (fresh) {
    setWanted(null);
    setOnTable([...onTable, fresh]);
  }
  const put = (circle: Id) => setOnTable(onTable.includes(circle) ? onTable : [...onTable, circle]);
  return (
    <section className="stack" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('draft.title')}</h2>
      <p className="small soft">{t('draft.lead')}</p>
      {opening
        ? <OpenForm onDone={(draft) => { setOpening(false); setWanted(draft); }} />
        : audiences(view).length > 0 && view.hall.phase !== 'concluded' && <button type="button" onClick={() => setOpening(true)}>{t('draft.open')}</button>}
      {drafts.length === 0 ? <p className="small soft">{t('draft.none')}</p> : (
        <ul className="draft-list">
          {drafts.map((draft) => (
            <li key={draft.circle}>
              <button type="button" className="draft-row" onClick={() => put(draft.circle)}>
                <span className="draft-row-title">{draft.title}</span>
                {draft.ended && <span className="tag">{t('draft.ended.short')}</span>}
                {draft.singleText && <span className="tag">{t('draft.single.short')}</span>}
                <span className="small soft">{peopleNamed(view, draft.people)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {onTable.length > 0 && createPortal(
        <Suspense fallback={<p className="draft-table empty" role="status">{t('app.loading')}</p>}>
          <DraftTable circles={onTable} onPut={put} onClose={(circle) => setOnTable(circle ? onTable.filter((one) => one !== circle) : [])} />
        </Suspense>, document.body)}
    </section>
  );
}
