import { EarlierSittings } from '../room/EarlierSittings';
import { Search } from '../search/Search';
import { useSearch } from '../search/useSearch';
import { YourRecord } from './YourRecord';

/** What was: a search in all of it, earlier sittings, and one's own record of everything. */
export function Earlier() {
  const searching = useSearch();
  return (
    <div className="stack">
      <Search searching={searching} />
      <div className="stack" hidden={searching.asked !== null}>
        <EarlierSittings />
        <YourRecord />
      </div>
    </div>
  );
}
