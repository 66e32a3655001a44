import { useTheFloor } from '../floor/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import type { Id } from '../wire/protocol';

const graces = [30, 60, 120, 300];

/** Recall of a room: at once, or after a grace that those in it are told. Who is taken out of a caucus is named and asked for again. */
export function RecallDialog({ room, sitting, name, open, onClose }: { room: Id; sitting: Id; name: string; open: boolean; onClose: () => void }) {
  const { doConfirmed } = useTheFloor();
  const recall = (grace: number) => {
    onClose();
    void doConfirmed((confirm) => ({ type: 'recall.announce', room, sitting, grace, ...(confirm ? { confirm } : {}) }));
  };
  return (
    <Dialog open={open} title={t('recall.title', { room: name })} lead={t('recall.lead')} onClose={onClose}>
      <div className="row">
        <button type="button" onClick={() => recall(0)}>{t('recall.now')}</button>
        {graces.map((seconds) => (
          <button key={seconds} type="button" onClick={() => recall(seconds)}>
            {seconds < 60 ? t('recall.inSeconds', { count: seconds }) : t('recall.inMinutes', { count: seconds / 60 })}
          </button>
        ))}
      </div>
      <div className="buttons"><button type="button" onClick={onClose}>{t('form.cancel')}</button></div>
    </Dialog>
  );
}
