import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { instantOf } from '../meetings/time';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { Several } from '../parts/Several';
import { useAct } from '../parts/useAct';
import { partiesNamed } from '../people/names';
import { newId } from '../wire/ids';
import type { Id } from '../wire/protocol';
import { DeadlineFields } from './DeadlineFields';

/** Asks parties whether they would receive a proposal; what it would say is not asked for yet. */
export function OfferDialog({ lead, onClose }: { lead?: string; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const present = view.hall.parties.filter((one) => !one.withdrawn);
  const [title, setTitle] = useState('');
  const [parties, setParties] = useState<readonly Id[]>(present.map((one) => one.party));
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const deadline = instantOf(date, time);
  const ready = title.trim() !== '' && parties.length > 1 && deadline !== null;
  const offer = async () => {
    if (!deadline) return;
    const reply = await act({ type: 'proposal.offer', proposal: newId(), title: title.trim(), parties: [...parties], deadline });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('proposal.offer')} lead={lead ?? t('proposal.offer.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void offer(); }}>
        <Field label={t('proposal.about')} hint={t('proposal.about.hint')}>
          {(ids) => <input {...ids} dir="auto" maxLength={200} value={title} onInput={(e) => setTitle(e.currentTarget.value)} />}
        </Field>
        <Several label={t('proposal.parties')} chosen={parties} onChosen={setParties} of={present.map(({ party, name }) => ({ id: party, name }))} />
        <DeadlineFields date={date} time={time} at={deadline} onDate={setDate} onTime={setTime} />
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !ready}>{t('proposal.offer.do', { names: partiesNamed(view, parties) })}</button>
        </div>
      </form>
    </Dialog>
  );
}
