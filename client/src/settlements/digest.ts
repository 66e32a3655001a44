import { sha256 } from '../parts/sha256';
import type { Settlement } from '../session/settlements';

/** Of exactly what stands on screen; null: this browser reckons no digest here. The protocol says how it is made. */
export const digestOf = ({ salt, title, parties, texts, values }: Pick<Settlement, 'salt' | 'title' | 'parties' | 'texts' | 'values'>): Promise<string | null> =>
  sha256([
    'settlement', salt, title, parties.join(' '),
    ...texts.flatMap((one) => [`text ${one.language} ${one.authentic ? 'authentic' : 'translation'} ${one.text.length}`, one.text]),
    ...values.flatMap(({ issue, title: name, unit, value }) => [`value ${issue} ${name.length} ${unit?.length ?? 0} ${value.length}`, name, unit ?? '', value]),
  ].join('\n'));
