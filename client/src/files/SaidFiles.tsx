import { useLine } from '../line/context';
import { t } from '../messages';
import type { SaidFile } from '../wire/protocol';
import { sizeOf, typeOf } from './size';

/** The files of an utterance, to be downloaded by whoever heard it. */
export function SaidFiles({ files }: { files: readonly SaidFile[] }) {
  const { session } = useLine();
  if (files.length === 0) return null;
  return (
    <ul className="said-files" aria-label={t('files.said')}>
      {files.map((file) => {
        const [type, size] = [typeOf(file.type), sizeOf(file.size)];
        return (
          <li key={file.file}>
            <a href={`/api/sessions/${session}/files/${file.file}`} download aria-label={t('files.download', { name: file.name, type, size })}>
              <span className="attached-name" dir="auto">{file.name}</span>{' '}
              <span className="small soft">{type} · {size}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
