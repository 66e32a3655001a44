import { useState } from 'react';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import type { Id } from '../wire/protocol';

interface Props {
  /** For whom, in words. */
  to: string;
  address: { party?: Id; person?: Id };
  open: boolean;
  onClose: () => void;
}

/** A mediator's word to somebody with whom he does not sit. Who reads it stands above it. */
export function WordDialog({ to, address, open, onClose }: Props) {
  const { language, offered, choose } = useLanguage();
  const { act, busy, problem } = useAct();
  const [text, setText] = useState('');
  const send = async () => {
    const reply = await act({ type: 'word.send', ...address, text: text.trim(), language });
    if (!reply.ok) return;
    setText('');
    onClose();
  };
  return (
    <Dialog open={open} title={t('word.title', { to })} lead={address.party || address.person ? t('word.lead', { to }) : t('word.leadAll')} onClose={onClose}>
      <LanguageChoice language={language} offered={offered} onLanguage={choose} />
      <Field label={t('word.text')}>
        {(ids) => <textarea {...ids} rows={3} dir="auto" lang={language} value={text} onInput={(e) => setText(e.currentTarget.value)} />}
      </Field>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || text.trim() === ''} onClick={() => void send()}>{t('talk.send')}</button>
      </div>
    </Dialog>
  );
}
