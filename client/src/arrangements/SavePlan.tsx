import { useState } from 'react';
import { useTheFloor } from '../floor/context';
import { NameDialog } from '../floor/NameDialog';
import { movesOf } from '../floor/plan';
import { useSession } from '../line/context';
import { t } from '../messages';
import { newId } from '../wire/ids';

/** Keeps the plan in hand for another time. */
export function SavePlan() {
  const { view } = useSession();
  const { rooms, plan, doConfirmed } = useTheFloor();
  const [naming, setNaming] = useState(false);
  const save = (name: string) =>
    void doConfirmed(() => ({ type: 'arrangement.save', arrangement: newId(), name, moves: movesOf(view, rooms, plan) }));
  return (
    <>
      <button type="button" className="quiet" disabled={plan.size === 0} onClick={() => setNaming(true)}>{t('arrangements.savePlan')}</button>
      {naming && (
        <NameDialog
          open
          title={t('arrangements.savePlan')}
          name=""
          label={t('arrangements.name')}
          hint={t('arrangements.name.hint')}
          onName={save}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
