import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partyName } from '../session/select';
import type { Issue } from '../session/positions';
import { cellOf, current, isValue, shown } from './values';
import { ValueInput } from './ValueInput';

/** To which exact value one's party agrees, before all at the table. */
export function AgreeDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const others = issue.agreements.map((one) => one.value);
  const joint = issue.parties.flatMap((party) => current(cellOf(view, issue.issue, party).filter((one) => one.level === 'joint'), 'position')?.value ?? []);
  const [value, setValue] = useState(others[0] ?? joint[0] ?? '');
  const party = partyName(view, view.self?.party ?? null);
  const agree = async () => {
    const reply = await act({ type: 'issue.agree', issue: issue.issue, value });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('agreement.give.title', { party })} lead={t('agreement.give.lead')} onClose={onClose}>
      <p><strong>{issue.title}</strong></p>
      <ValueInput issue={issue} kind="position" value={value} onValue={setValue} />
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || !isValue(issue, 'position', value)} onClick={() => void agree()}>
          {t('agreement.give.do', { value: isValue(issue, 'position', value) ? shown(issue, value) : '…', party })}
        </button>
      </div>
    </Dialog>
  );
}
