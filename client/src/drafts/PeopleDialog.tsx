import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { PersonLine } from '../people/PersonLine';
import type { Draft } from '../session/drafts';
import { candidates } from './may';

/** Who has the draft from now on. They get the text as it stands, and nothing of what was before. */
export function PeopleDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [people, setPeople] = useState<readonly string[]>(draft.people);
  const me = view.self?.person;
  const give = async () => {
    const reply = await act({ type: 'draft.people', draft: draft.draft, circle: draft.circle, people: [...people] });
    if (reply.ok) onClose();
  };
  const same = people.length === draft.people.length && people.every((id) => draft.people.includes(id));
  return (
    <Dialog open title={t('draft.people.title', { title: draft.title })} lead={t('draft.people.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void give(); }}>
        <fieldset className="choices">
          <legend>{t('draft.people')}</legend>
          {candidates(view, draft).map((id) => (
            <label key={id} className="check">
              <input type="checkbox" checked={people.includes(id)} disabled={id === me}
                onChange={(e) => setPeople(e.currentTarget.checked ? [...people, id] : people.filter((one) => one !== id))} />
              <PersonLine person={id} />
            </label>
          ))}
        </fieldset>
        <Problem sentence={problem} />
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || same}>{t('draft.people.do')}</button>
        </div>
      </form>
    </Dialog>
  );
}
