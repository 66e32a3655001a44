import { useSession } from '../line/context';
import { t, when } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import type { Comment, Remark } from '../session/drafts';
import { partyIndex, personOf } from '../session/select';
import { AnswerForm } from './AnswerForm';

interface Props {
  comment: Comment;
  /** The passage is in the text as it was. */
  stands: boolean;
  /** One may answer and close it. */
  acts: boolean;
  answering: boolean;
  onAnswering: (now: boolean) => void;
  onShow: () => void;
}

/** A comment with its answers, oldest first, and what can be done about it. */
export function CommentItem({ comment, stands, acts, answering, onAnswering, onShow }: Props) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const nameOfOne = (person: string) => nameOf(personOf(view, person).name);
  const name = nameOfOne(comment.by);
  const line = (one: Remark) => (
    <>
      <p className="draft-comment" lang={one.language} dir="auto">{one.text}</p>
      <p className="small soft">{t('draft.comment.by', { name: nameOfOne(one.by), when: when(one.at) })}</p>
    </>
  );
  return (
    <li data-party={partyIndex(view, personOf(view, comment.by).party)}>
      {comment.words && <blockquote className="draft-passage" dir="auto">{comment.words}</blockquote>}
      {line(comment)}
      {comment.answers.length > 0 && (
        <ul className="draft-answers">
          {comment.answers.map((one, at) => <li key={at} data-party={partyIndex(view, personOf(view, one.by).party)}>{line(one)}</li>)}
        </ul>
      )}
      {comment.closed !== null && <p className="small">{t('draft.comment.closed.by', { name: nameOfOne(comment.closed) })}</p>}
      {comment.words && !stands && <p className="small soft">{t('draft.comment.gone')}</p>}
      <Problem sentence={problem} />
      {answering && acts ? <AnswerForm comment={comment} name={name} onDone={() => onAnswering(false)} /> : (
        <div className="row">
          {comment.words && stands && <button type="button" className="quiet" onClick={onShow}>{t('draft.comment.show')}</button>}
          {acts && <button type="button" className="quiet" aria-label={t('draft.comment.answer.to', { name })} onClick={() => onAnswering(true)}>{t('draft.comment.answer')}</button>}
          {acts && comment.closed === null && (
            <button type="button" className="quiet" disabled={busy} aria-label={t('draft.comment.close.of', { name })}
              onClick={() => void act({ type: 'comment.close', remarks: comment.circle, offset: comment.offset })}>{t('draft.comment.close')}</button>
          )}
        </div>
      )}
    </li>
  );
}
