import { useEffect, useRef, useState } from 'react';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Comment } from '../session/drafts';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';

/** An answer to a comment, for those who read the comment. */
export function AnswerForm({ comment, name, onDone }: { comment: Comment; name: string; onDone: () => void }) {
  const { act, busy, problem } = useAct();
  const { language, offered, choose } = useLanguage();
  const [text, setText] = useState('');
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), []);
  const send = async () => {
    const reply = await act({ type: 'comment.answer', remarks: comment.circle, offset: comment.offset, text: text.trim(), language });
    if (reply.ok) onDone();
  };
  return (
    <form className="stack" aria-label={t('draft.comment.answer.to', { name })} onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <Field label={t('draft.comment.answer.text')} {...(comment.closed === null ? {} : { hint: t('draft.comment.answer.opens') })}>
        {(ids) => <textarea {...ids} ref={words} required rows={3} maxLength={8_000} lang={language} dir="auto" value={text} onInput={(e) => setText(e.currentTarget.value)} />}
      </Field>
      <LanguageChoice language={language} offered={offered} onLanguage={choose} />
      <Problem sentence={problem} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy || text.trim() === ''}>{t('draft.comment.answer.do')}</button>
        <button type="button" onClick={onDone}>{t('form.cancel')}</button>
      </div>
    </form>
  );
}
