import { t } from '../messages';
import { LeftOutList } from '../arrangements/LeftOutList';
import { SavePlan } from '../arrangements/SavePlan';
import { Consequences } from './Consequences';
import { useTheFloor } from './context';

/** A plan in the making: nobody moves until it is applied, and then all at once or not at all. */
export function PlanPanel() {
  const { planning, plan, consequences, look, apply, discardPlan } = useTheFloor();
  if (!planning) return null;
  return (
    <section className="plan sheet stack" aria-label={t('plan.title')}>
      <div className="row spread">
        <div>
          <h3>{t('plan.title')}</h3>
          <p className="small soft" role="status">{t('plan.size', { count: plan.size })}</p>
        </div>
        <div className="row">
          <SavePlan />
          <button type="button" className="quiet" onClick={discardPlan}>{t('plan.discard')}</button>
          <button type="button" onClick={() => void look()} disabled={plan.size === 0}>{t('plan.preview')}</button>
          <button type="button" className="primary" onClick={apply} disabled={plan.size === 0 || consequences === null}>{t('plan.apply')}</button>
        </div>
      </div>
      <LeftOutList />
      <div role="status">{consequences ? <Consequences what={consequences} /> : plan.size > 0 && <p className="small soft">{t('plan.lookFirst')}</p>}</div>
    </section>
  );
}
