import { useSession } from '../line/context';
import { languageName, t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Rendition } from '../session/view';

/** The same words in other languages, under those that were said. */
export function Renditions({ renditions }: { renditions: readonly Rendition[] }) {
  const { view } = useSession();
  return renditions.map((one) => (
    <div key={one.key} className="rendition">
      <p className="small soft">{t('rendition.by', { language: languageName(one.language), name: nameOf(personOf(view, one.by).name) })}</p>
      <p className="said-text" dir="auto" lang={one.language}>{one.text}</p>
    </div>
  ));
}
