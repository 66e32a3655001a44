import { useState } from 'react';
import { NameDialog } from '../floor/NameDialog';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesInOrder, peopleInOrder } from '../people/names';
import type { SavedArrangement, SessionView } from '../session/view';
import type { Move } from '../wire/commands';

/** What the bench keeps: who would be where, and whether it is still called what it should be. */
export function ArrangementsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [renamed, setRenamed] = useState<SavedArrangement | null>(null);
  const saved = view.bench?.saved ?? [];
  return (
    <>
      <Dialog open={open} title={t('arrangements.title')} lead={t('arrangements.lead')} onClose={onClose}>
        <ul className="arrangements">
          {saved.map((one) => (
            <li key={one.arrangement} className="stack">
              <h3>{one.name}</h3>
              <ul className="small soft">{one.moves.map((move) => <li key={move.room ?? ''}>{sentence(view, move)}</li>)}</ul>
              <div className="row">
                <button type="button" aria-label={t('arrangements.renameOne', { name: one.name })} onClick={() => setRenamed(one)}>
                  {t('arrangements.rename')}
                </button>
                <button
                  type="button"
                  disabled={busy}
                  aria-label={t('arrangements.forgetOne', { name: one.name })}
                  onClick={() => void act({ type: 'arrangement.forget', arrangement: one.arrangement })}
                >
                  {t('arrangements.forget')}
                </button>
              </div>
            </li>
          ))}
        </ul>
        <Problem sentence={problem} />
        <div className="buttons"><button type="button" onClick={onClose}>{t('form.done')}</button></div>
      </Dialog>
      {renamed && (
        <NameDialog
          open
          title={t('arrangements.renameOne', { name: renamed.name })}
          name={renamed.name}
          label={t('arrangements.name')}
          hint={t('arrangements.name.hint')}
          onName={(name) => void act({ type: 'arrangement.rename', arrangement: renamed.arrangement, name })}
          onClose={() => setRenamed(null)}
        />
      )}
    </>
  );
}

function sentence(view: SessionView, { room, people, parties }: Move): string {
  const place = room === null ? t('arrangements.home') : view.bench?.rooms.find((one) => one.room === room)?.name ?? t('arrangements.goneRoom');
  const who = [...partiesInOrder(view, parties), ...peopleInOrder(view, people)];
  return `${place}: ${list(who)}`;
}
