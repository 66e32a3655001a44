import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Company } from '../people/Company';
import type { PresentRoom } from '../wire/protocol';

interface Props {
  question: { room: PresentRoom } | null;
  text: string;
  onSend: () => void;
  onKeep: () => void;
}

/** The company changed while one wrote: shows who would hear, and asks. Nothing is sent before the answer. */
export function SendQuestion({ question, text, onSend, onKeep }: Props) {
  return (
    <Dialog open={question !== null} onClose={onKeep} title={t('room.changed.title')} lead={t('room.changed.lead')}>
      {question && (
        <>
          <h3>{question.room.name}</h3>
          <Company people={question.room.people} companions={question.room.companions ?? []} />
          <blockquote className="kept-text" dir="auto">{text}</blockquote>
          <div className="buttons">
            <button type="button" onClick={onKeep}>{t('room.changed.keep')}</button>
            <button type="button" className="primary" onClick={onSend}>{t('room.changed.send')}</button>
          </div>
        </>
      )}
    </Dialog>
  );
}
