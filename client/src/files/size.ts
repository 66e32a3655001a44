import { type MessageId, numbers, t } from '../messages';

/** A size as people read it. */
export function sizeOf(bytes: number): string {
  const [unit, count] = bytes < 1_000 ? ['byte', bytes] as const : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] as const : ['megabyte', bytes / 1_000_000] as const;
  return numbers({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: count < 10 ? 1 : 0 }).format(count);
}

/** The type of a file in a word. */
export function typeOf(media: string): string {
  if (media === 'application/pdf') return 'PDF';
  return t(kindOf(media));
}

function kindOf(media: string): MessageId {
  if (media.startsWith('image/')) return 'files.type.picture';
  if (media.includes('spreadsheet') || media === 'text/csv') return 'files.type.table';
  if (media.includes('presentation')) return 'files.type.slides';
  return media.startsWith('text/') ? 'files.type.text' : 'files.type.document';
}
