import { useState } from 'react';
import { t } from '../messages';

/** A text to be handed on, with a button that copies it. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  };
  return (
    <div className="copy row">
      <input readOnly value={text} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" onClick={copy}>{copied ? t('copy.done') : t('copy.copy')}</button>
      <span className="unseen" role="status">{copied ? t('copy.done') : ''}</span>
    </div>
  );
}
