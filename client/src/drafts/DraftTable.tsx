import { useEffect, useRef } from 'react';
import { leaving, unsentNow } from '../app/leaving';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Notices } from '../room/Notices';
import { draftsOf } from '../session/drafts';
import type { Id } from '../wire/protocol';
import { DraftEditor } from './DraftEditor';
import './drafts.css';

interface Props {
  circles: readonly Id[];
  onPut: (circle: Id) => void;
  /** Null: all of them. */
  onClose: (circle: Id | null) => void;
}

/** Drafts side by side, over the rest of the screen; on a phone one under the other. */
export function DraftTable({ circles, onPut, onClose }: Props) {
  const { view } = useSession();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const open = circles.map((circle) => view.drafts[circle]).filter((draft) => draft !== undefined);
  const rest = draftsOf(view).filter((draft) => !circles.includes(draft.circle));
  return (
    <section className="draft-table" aria-labelledby="draft-table-title">
      <header className="draft-table-head">
        <h1 id="draft-table-title" ref={title} tabIndex={-1}>{t('draft.table')}</h1>
        <span className="row">
          {rest.length > 0 && (
            <select aria-label={t('draft.beside')} value="" onChange={(e) => { onPut(e.currentTarget.value); e.currentTarget.value = ''; }}>
              <option value="">{t('draft.beside')}</option>
              {rest.map((draft) => <option key={draft.circle} value={draft.circle}>{draft.title}</option>)}
            </select>
          )}
          <button type="button" onClick={() => leaving(unsentNow('draft'), () => onClose(null))}>{t('draft.back')}</button>
        </span>
      </header>
      <Notices />
      <div className="draft-columns">
        {open.map((draft) => <DraftEditor key={draft.circle} draft={draft} onClose={() => onClose(draft.circle)} />)}
      </div>
    </section>
  );
}
