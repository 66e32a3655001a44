import { useEffect, useRef, useState } from 'react';
import { t } from '../messages';
import type { Sitting } from '../session/view';
import type { Place } from './hits';
import { PlaceView } from './PlaceView';
import { Results } from './Results';
import { SearchForm } from './SearchForm';
import type { Searching } from './useSearch';

/** Looks for words in one's own sittings; from each place found one can read on where it was said. */
export function Search({ searching }: { searching: Searching }) {
  const { asked, busy, more } = searching;
  const [shown, setShown] = useState<{ place: Place; sitting: Sitting | null } | null>(null);
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (shown) return;
    // what was found is on screen again; the keyboard goes on where it left
    from.current?.focus();
    from.current = null;
  }, [shown]);
  const anew = () => {
    from.current = null;
    setShown(null);
  };
  const ofForm = { ...searching, search: (text: string) => { anew(); searching.search(text); }, close: () => { anew(); searching.close(); } };
  return (
    <div className="stack">
      <SearchForm searching={ofForm} />
      {asked && (
        <div className="stack" hidden={shown !== null}>
          <Results asked={asked} onShow={(place, sitting, button) => { from.current = button; setShown({ place, sitting }); }} />
          {asked.next && <button type="button" disabled={busy} onClick={more}>{t('search.more')}</button>}
        </div>
      )}
      {asked && shown && <PlaceView key={`${shown.place.circle}/${shown.place.offset}`} place={shown.place} sitting={shown.sitting} onBack={() => setShown(null)} />}
    </div>
  );
}
