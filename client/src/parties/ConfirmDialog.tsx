import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Command } from '../wire/commands';

interface Props {
  title: string;
  lead: string;
  /** What the button does, in words. */
  yes: string;
  command: Command;
  onClose: () => void;
}

/** The second step of an act that has consequences: they are named before it is done. */
export function ConfirmDialog({ title, lead, yes, command, onClose }: Props) {
  const { act, busy, problem } = useAct();
  const go = async () => {
    const reply = await act(command);
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={title} lead={lead} onClose={onClose}>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="danger" disabled={busy} onClick={() => void go()}>{yes}</button>
      </div>
    </Dialog>
  );
}
