import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Draft } from '../session/drafts';
import { partyName } from '../session/select';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';

/** A passage of a text at a version, and what is to be said of it. */
export interface Remarked {
  what: 'comment' | 'agree';
  version: number;
  from: number;
  to: number;
  words: string;
}

/** A comment on a passage, or that one's party can live with it: who learns of it stands above. */
export function RemarkDialog({ draft, passage, onClose }: { draft: Draft; passage: Remarked; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { language, offered, choose } = useLanguage();
  const [text, setText] = useState('');
  const { what, version, from, to, words } = passage;
  const party = partyName(view, view.self?.party ?? null);
  const place = { circle: draft.circle, version, from, to };
  const send = async () => {
    const reply = await act(what === 'agree' ? { type: 'wording.agree', ...place } : { type: 'draft.comment', ...place, text: text.trim(), language });
    if (reply.ok) onClose();
  };
  const lead = what === 'agree' ? t('draft.agree.lead') : t(view.self?.role === 'mediator' ? 'draft.comment.lead.mediator' : 'draft.comment.lead');
  return (
    <Dialog open title={what === 'agree' ? t('draft.agree.title', { party }) : t('draft.comment.title')} lead={lead} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void send(); }}>
        <blockquote className="draft-passage" dir="auto" aria-label={t('draft.passage')}>{words}</blockquote>
        {what === 'comment' && (
          <>
            <Field label={t('draft.comment.text')}>
              {(ids) => <textarea {...ids} required rows={4} maxLength={8_000} lang={language} dir="auto" value={text} onInput={(e) => setText(e.currentTarget.value)} />}
            </Field>
            <LanguageChoice language={language} offered={offered} onLanguage={choose} />
          </>
        )}
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || (what === 'comment' && text.trim() === '')}>
            {what === 'agree' ? t('draft.agree.do', { party }) : t('draft.comment.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
