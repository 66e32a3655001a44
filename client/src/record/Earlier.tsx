import { EarlierSittings } from '../room/EarlierSittings';
import { YourRecord } from './YourRecord';

/** What was: earlier sittings, and one's own record of everything. */
export const Earlier = () => (
  <div className="stack">
    <EarlierSittings />
    <YourRecord />
  </div>
);
