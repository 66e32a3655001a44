import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Company } from '../people/Company';
import type { Companion, Id } from '../wire/protocol';

interface Props {
  /** Who would hear it now; null: nothing is asked. */
  company: { name: string; people: readonly Id[]; companions?: readonly Companion[] | null } | null;
  text: string;
  onSend: () => void;
  onKeep: () => void;
}

/** The company changed while one wrote: shows who would hear, and asks. Nothing is sent before the answer. */
export function SendQuestion({ company, text, onSend, onKeep }: Props) {
  return (
    <Dialog open={company !== null} onClose={onKeep} title={t('room.changed.title')} lead={t('room.changed.lead')}>
      {company && (
        <>
          <h3>{company.name}</h3>
          <Company people={company.people} companions={company.companions ?? []} />
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
