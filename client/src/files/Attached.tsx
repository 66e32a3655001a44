import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { sizeOf } from './size';
import type { Attachment, Attachments } from './useAttachments';

const accepted = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.gif,.webp,.tif,.tiff,.heic,.txt,.csv,.md';

/** Opens the choice of files; the keyboard reaches it like any button. */
export function AttachButton({ files }: { files: Attachments }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="attach tiny" onClick={() => input.current?.click()}>{t('files.attach')}</button>
      <input
        ref={input}
        id={id}
        type="file"
        className="unseen"
        tabIndex={-1}
        multiple
        accept={accepted}
        aria-label={t('files.attach')}
        onChange={(event) => {
          files.add(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** What is attached, how far it has come, and why one is not taken. */
export function AttachedList({ files }: { files: Attachments }) {
  return (
    <div className="attached-files">
      <Problem sentence={files.problem} />
      {files.all.length > 0 && (
        <ul aria-label={t('files.attached')}>
          {files.all.map((one) => <Line key={one.key} one={one} onRemove={() => files.remove(one.key)} />)}
        </ul>
      )}
    </div>
  );
}

function Line({ one, onRemove }: { one: Attachment; onRemove: () => void }) {
  const percent = Math.floor(one.part * 100);
  return (
    <li className="attached-file">
      <span className="attached-name" dir="auto">{one.name}</span>
      <span className="small soft">{sizeOf(one.size)}</span>
      <button type="button" onClick={onRemove} aria-label={t('files.remove', { name: one.name })}>×</button>
      {one.problem !== null && <Problem sentence={one.problem} />}
      {one.problem === null && one.id === null && (
        <progress value={percent} max={100} aria-label={t('files.sending', { percent })} />
      )}
      {one.id !== null && <span className="small soft" role="status">{t('files.ready')}</span>}
    </li>
  );
}

/** Files dropped on where one writes, or pasted into it. */
export function useDropped(files: Attachments) {
  const [over, setOver] = useState(false);
  const carries = (from: DataTransfer) => [...from.types].includes('Files');
  return {
    'data-over': over,
    onDragOver: (event: DragEvent) => {
      if (!carries(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!carries(event.dataTransfer)) return;
      event.preventDefault();
      files.add(event.dataTransfer.files);
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      files.add(event.clipboardData.files);
    },
  };
}
