import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import type { Tab } from '../parts/Tabs';
import { asked, atTable, ofMine } from './clearing';
import { StatementsPanel } from './StatementsPanel';

/** The tab of the public statements, for everybody who has to do with any; and the way there. */
export function useStatementsTab(onTab: (id: string) => void): { tabs: Tab[]; open: () => void } {
  const { view } = useSession();
  const [called, setCalled] = useState(0);
  const mine = ofMine(view);
  const tab: Tab = {
    id: 'public', name: t('tab.public'), count: mine.filter((one) => asked(view, one).length > 0).length, content: <StatementsPanel called={called} />,
  };
  const open = () => {
    onTab(tab.id);
    setCalled(called + 1);
  };
  return { tabs: atTable(view) || mine.length > 0 || view.feed !== null ? [tab] : [], open };
}
