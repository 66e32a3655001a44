import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { t } from '../messages';

interface Props {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  label: string;
  /** Who will hear, in words, right where one writes. */
  hearers: string;
  disabled?: string | null;
  /** What one answers, the language, a mark: beside the text. */
  above?: ReactNode;
  tools?: ReactNode;
  language?: string;
}

/** Where one writes. It sends on Enter; Shift+Enter begins a new line; the text is the caller's, so that it can be kept. */
export function Composer({ text, onText, onSend, label, hearers, disabled = null, above, tools, language }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    if (text.trim() !== '' && disabled === null) onSend();
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {above}
      <label htmlFor={id} className="composer-to small">{disabled ?? hearers}</label>
      <div className="composer-row">
        <textarea
          id={id}
          ref={area}
          rows={Math.min(6, Math.max(2, text.split('\n').length))}
          dir="auto"
          lang={language}
          value={text}
          aria-label={`${label}. ${disabled ?? hearers}`}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="primary" disabled={disabled !== null || text.trim() === ''}>{t('talk.send')}</button>
      </div>
      {tools && <div className="composer-tools">{tools}</div>}
    </form>
  );
}
