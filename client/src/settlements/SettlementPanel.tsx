import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { PutDialog } from './PutDialog';
import { SettlementCard } from './SettlementCard';
import { mayPut } from './standing';

/** Settlement agreements at the table, the newest first. */
export function SettlementPanel() {
  const { view } = useSession();
  const [putting, setPutting] = useState(false);
  const may = mayPut(view);
  if (view.settlements.length === 0 && !may) return null;
  return (
    <section className="proposals stack" aria-labelledby="settlement-title">
      <header className="row spread">
        <h2 id="settlement-title">{t('settlement.title')}</h2>
        {may && <button type="button" onClick={() => setPutting(true)}>{t('settlement.put')}</button>}
      </header>
      {view.settlements.toReversed().map((one) => <SettlementCard key={one.settlement} settlement={one} />)}
      {putting && <PutDialog onClose={() => setPutting(false)} />}
    </section>
  );
}
