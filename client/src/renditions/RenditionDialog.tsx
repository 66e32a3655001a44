import { useState } from 'react';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Said } from '../session/view';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';

/** An interpreter renders what was said. */
export function RenditionDialog({ said, onClose }: { said: Said; onClose: () => void }) {
  const { offered } = useLanguage();
  const others = offered.filter((tag) => tag.toLowerCase() !== said.language.toLowerCase());
  const { act, busy, problem } = useAct();
  const [language, setLanguage] = useState(others[0] ?? '');
  const [text, setText] = useState('');
  const send = async () => {
    const reply = await act({ type: 'render', sitting: said.circle, offset: said.offset, text: text.trim(), language });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('rendition.title')} lead={t('rendition.lead')} onClose={onClose}>
      <blockquote className="kept-text" dir="auto" lang={said.language}>{said.text}</blockquote>
      <LanguageChoice language={language} offered={others} onLanguage={setLanguage} />
      <Field label={t('rendition.text')}>
        {(ids) => <textarea {...ids} rows={4} dir="auto" lang={language} value={text} onInput={(e) => setText(e.currentTarget.value)} />}
      </Field>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || text.trim() === '' || language === ''} onClick={() => void send()}>{t('talk.send')}</button>
      </div>
    </Dialog>
  );
}
