import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useUnsent } from '../app/useUnsent';
import { AttachButton, AttachedList, useDropped } from '../files/Attached';
import type { Attachments } from '../files/useAttachments';
import { t } from '../messages';

interface Props {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  label: string;
  /** Who will hear, in words, right where one writes. */
  hearers: string;
  disabled?: string | null;
  /** What one answers: above the text. */
  above?: ReactNode;
  /** The language, a mark: under the text; on a phone folded behind one button, unless something there departs from the usual. */
  tools?: ReactNode;
  toolsStay?: boolean;
  language?: string;
  files: Attachments;
}

/** Where one writes. It sends on Enter; Shift+Enter begins a new line; the text is the caller's, so that it can be kept. */
export function Composer({ text, onText, onSend, label, hearers, disabled = null, above, tools, toolsStay = false, language, files }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const dropped = useDropped(files);
  const [unfolded, setUnfolded] = useState(false);
  const open = unfolded || toolsStay;
  const empty = text.trim() === '' && files.ids.length === 0;
  useUnsent('words', text.trim() === '' && files.all.length === 0 ? 0 : 1);
  const send = () => {
    if (!empty && !files.busy && disabled === null) onSend();
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // In Safari the key that ends a composition comes after its end: only its code tells that it chose a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer"
      {...dropped}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {above}
      <label htmlFor={id} className="composer-to small">{disabled ?? hearers}</label>
      <AttachedList files={files} />
      <div className="composer-row">
        <button
          type="button"
          className="composer-more"
          aria-label={t('talk.tools')}
          aria-expanded={open}
          aria-controls={`${id}tools`}
          onClick={() => setUnfolded(!open)}
        >
          <span aria-hidden="true">{open ? '−' : '+'}</span>
        </button>
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
        <button type="submit" className="primary" disabled={disabled !== null || empty || files.busy}>{t('talk.send')}</button>
      </div>
      <div className="composer-tools" id={`${id}tools`} data-open={open}>
        <AttachButton files={files} />
        {tools}
      </div>
    </form>
  );
}
