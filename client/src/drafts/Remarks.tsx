import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { partiesNamed } from '../people/names';
import type { Comment, Draft } from '../session/drafts';
import { CommentItem } from './CommentItem';
import { mayRemark } from './may';
import './remarks.css';

interface Props {
  draft: Draft;
  text: string;
  /** Shows a passage in the text. */
  onShow: (comment: Comment) => void;
}

/** Which wordings which parties can live with, and what one's own side says of passages: what is open, then what is closed. */
export function Remarks({ draft, text, onShow }: Props) {
  const { view } = useSession();
  const [answering, setAnswering] = useState<Comment | null>(null);
  if (draft.agreed.length + draft.comments.length === 0) return null;
  const wordings = [...new Set(draft.agreed.map((one) => one.words))];
  const comments = draft.comments.toReversed();
  const [open, closed] = [comments.filter((one) => one.closed === null), comments.filter((one) => one.closed !== null)];
  const item = (one: Comment) => {
    const isAnswering = answering !== null && answering.circle === one.circle && answering.offset === one.offset;
    return (
      <CommentItem key={`${one.circle}/${one.offset}`} comment={one} stands={text.includes(one.words)} acts={mayRemark(view, draft)} answering={isAnswering}
        onAnswering={(now) => setAnswering(now ? one : null)} onShow={() => onShow(one)} />
    );
  };
  return (
    <details className="draft-versions draft-remarks">
      <summary>{t('draft.remarks')} <span className="count">{wordings.length + open.length}</span></summary>
      <ul>
        {wordings.map((words) => {
          const parties = draft.agreed.filter((one) => one.words === words).map((one) => one.party);
          return (
            <li key={words}>
              <blockquote className="draft-passage" dir="auto">{words}</blockquote>
              <p className="small"><strong>{t('draft.agreed', { names: partiesNamed(view, parties) })}</strong>{' '}
                <span className="soft">{text.includes(words) ? t('draft.agreed.stands') : t('draft.agreed.gone')}</span></p>
            </li>
          );
        })}
        {open.map(item)}
      </ul>
      {closed.length > 0 && (
        <details className="draft-closed">
          <summary>{t('draft.comments.closed', { count: closed.length })}</summary>
          <ul>{closed.map(item)}</ul>
        </details>
      )}
    </details>
  );
}
