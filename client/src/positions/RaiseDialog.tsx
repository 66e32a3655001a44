import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { Several } from '../parts/Several';
import { useAct } from '../parts/useAct';
import type { Issue, Position } from '../session/positions';
import type { PositionLevel } from '../wire/positions';
import type { Id } from '../wire/protocol';
import { audience } from './audience';
import { shownOf } from './values';

/** Who is to see it; everybody stands there by name before it is done. */
export function RaiseDialog({ issue, position, onClose }: { issue: Issue; position: Position; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const others = view.hall.parties.filter((one) => one.party !== position.party && !one.withdrawn && !position.parties.includes(one.party));
  // to the mediators once more, as others may have come to the bench; the server knows
  const levels: PositionLevel[] = position.kind !== 'position' ? ['confided']
    : [...(position.level === 'joint' ? [] : ['confided'] as const), ...(others.length > 0 ? ['disclosed'] as const : []), 'joint'];
  const [level, setLevel] = useState<PositionLevel>(levels[position.level === 'private' ? 0 : levels.length - 1]!);
  const [parties, setParties] = useState<readonly Id[]>([]);
  const named = level === 'disclosed' ? parties : [];
  const whole = level !== 'disclosed' || named.length > 0;
  const names = audience(view, level, named);
  const raise = async () => {
    const reply = await act({ type: 'position.raise', position: position.position, level, parties: [...named] });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('position.raise.title', { value: shownOf(issue, position) })} lead={t('position.raise.lead')} onClose={onClose}>
      <fieldset className="choices">
        <legend>{t('position.raise.whom')}</legend>
        {levels.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="level" checked={level === one} onChange={() => setLevel(one)} />
            <span>{t(`position.raise.${one as 'confided' | 'disclosed' | 'joint'}`)}</span>
          </label>
        ))}
      </fieldset>
      {level === 'disclosed' && (
        <Several label={t('issue.parties')} chosen={parties} onChosen={setParties} of={others.map(({ party, name }) => ({ id: party, name }))} />
      )}
      <p className="position-audience" role="status">{whole ? t('position.raise.willSee', { names }) : t('position.raise.nobody')}{position.note && ` ${t('position.raise.note')}`}</p>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || !whole} onClick={() => void raise()}>{t('position.raise.do', { names })}</button>
      </div>
    </Dialog>
  );
}
