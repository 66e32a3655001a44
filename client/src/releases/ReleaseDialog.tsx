import { useState } from 'react';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { partiesInOrder, peopleInOrder } from '../people/names';
import { partyName, personOf } from '../session/select';
import type { Said } from '../session/view';
import { Recipients, noRecipients } from './Recipients';

/** Lets exact words out of a caucus: who receives them is chosen, shown once more, and then it is final. */
export function ReleaseDialog({ said, onClose }: { said: Said; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [to, setTo] = useState(noRecipients);
  const [asked, setAsked] = useState(false);
  const source = personOf(view, said.by).party;
  const names = [
    ...partiesInOrder(view, to.parties).map((party) => t('release.delegation', { party })),
    ...peopleInOrder(view, to.people),
    ...(to.bench ? [t('release.bench')] : []),
  ];
  const send = async () => {
    const reply = await act({ type: 'release', sitting: said.circle, offset: said.offset, ...to });
    if (reply.ok) onClose();
  };
  const words = <blockquote className="kept-text" dir="auto" lang={said.language}>{said.text}</blockquote>;
  if (!asked) {
    return (
      <Dialog open title={t('release.title')} lead={t('release.lead')} onClose={onClose}>
        {words}
        <Recipients source={source} to={to} onTo={setTo} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="button" className="primary" disabled={names.length === 0} onClick={() => setAsked(true)}>{t('release.next')}</button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open title={t('release.confirm.title')} lead={t('release.confirm.lead', { names: list(names) })} onClose={onClose}>
      {words}
      <p>{t('release.final', { party: partyName(view, source) })}</p>
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={() => setAsked(false)}>{t('release.back')}</button>
        <button type="button" className="primary" disabled={busy} onClick={() => void send()}>{t('release.send')}</button>
      </div>
    </Dialog>
  );
}
