import { useEffect, useRef, useState } from 'react';
import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { Digest } from '../parts/Digest';
import { sha256 } from '../parts/sha256';
import { keyOf, type Tabled, versionsOf } from './tabled';

/** Of which frozen version these are exactly the words, for whoever has that version. Worked out here, of its salt and hash: nobody is told it. */
export function WordsOf({ text }: { text: string }) {
  const { view } = useSession();
  const [found, setFound] = useState<Tabled | null>(null);
  const known = useRef<{ text: string; others: Set<string> }>({ text, others: new Set() });
  useEffect(() => {
    let here = true;
    if (known.current.text !== text) known.current = { text, others: new Set() };
    const { others } = known.current;
    void (async () => {
      for (const one of text === '' ? [] : versionsOf(view)) {
        if (others.has(keyOf(one))) continue;
        if (await sha256(text, one.version.salt) === one.version.hash) return here && setFound(one);
        others.add(keyOf(one));
      }
      if (here) setFound(null);
    })();
    return () => {
      here = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, view.drafts]);
  if (!found) return null;
  const { draft: { title }, version: { number, at, hash } } = found;
  return (
    <div className="stack-tight">
      <p className="small soft">{t('draft.propose.words', { number, title, when: whenInFull(at) })}</p>
      <Digest of={hash} />
    </div>
  );
}
