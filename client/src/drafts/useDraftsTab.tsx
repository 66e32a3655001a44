import { useSession } from '../line/context';
import { t } from '../messages';
import type { Tab } from '../parts/Tabs';
import { DraftsPanel } from './DraftsPanel';
import { audiences } from './may';

/** The tab of the drafts, for everybody who has any or may open one. */
export function useDraftsTab(): Tab[] {
  const { view } = useSession();
  const own = Object.values(view.drafts).filter((draft) => !draft.ended).length;
  return own > 0 || audiences(view).length > 0 ? [{ id: 'drafts', name: t('tab.drafts'), count: own, content: <DraftsPanel /> }] : [];
}
