import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { CompanionDialog } from './CompanionDialog';

/** Whoever sits beside one is said, and is said to have gone. */
export function WithMe() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [declaring, setDeclaring] = useState(false);
  return (
    <div className="with-me">
      {view.companions.length > 0 && (
        <ul aria-label={t('companion.mine')}>
          {view.companions.map((one) => (
            <li key={one.id} className="row spread">
              <span>{t('companion.mine')} {one.name}</span>
              <button type="button" className="tiny" disabled={busy} onClick={() => void act({ type: 'companion.end', companion: one.id })}>
                {t('companion.gone', { name: one.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="quiet tiny" onClick={() => setDeclaring(true)}>{t('companion.declare')}</button>
      <Problem sentence={problem} />
      {declaring && <CompanionDialog onClose={() => setDeclaring(false)} />}
    </div>
  );
}
