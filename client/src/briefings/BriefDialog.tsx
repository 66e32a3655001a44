import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { peopleNamed } from '../people/names';
import { useSittings } from '../room/useSittings';
import { personOf } from '../session/select';
import type { Id } from '../wire/protocol';
import { mayCopy } from './mayCopy';

/** Earlier sittings of one's party, to be copied whole to somebody who came to it later. */
export function BriefDialog({ person, onClose }: { person: Id; onClose: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { sittings, more, busy: reading, problem: unread, show } = useSittings(view.sittings.length);
  const [chosen, setChosen] = useState<readonly Id[]>([]);
  const [done, setDone] = useState<readonly Id[]>([]);
  const name = nameOf(personOf(view, person).name);
  const party = view.self?.party ?? '';
  const offered = sittings.filter(({ sitting, events }) =>
    events > 1 && !sitting.copiedBy && !sitting.people.includes(person) && !done.includes(sitting.sitting) && mayCopy(view, party, sitting));
  const copy = async () => {
    for (const sitting of chosen) {
      const reply = await act({ type: 'briefing.make', person, sitting });
      if (!reply.ok && reply.refusal.code !== 'already_done') return;
      setDone((now) => [...now, sitting]);
      setChosen((now) => now.filter((id) => id !== sitting));
    }
    onClose();
  };
  return (
    <Dialog open title={t('briefing.title', { name })} lead={t('briefing.lead', { name })} onClose={onClose}>
      {offered.length === 0 && !more && !reading && <p className="soft">{t('briefing.none')}</p>}
      <fieldset className="stack-tight" hidden={offered.length === 0}>
        <legend>{t('briefing.sittings')}</legend>
        {offered.map(({ sitting, events }) => (
          <label key={sitting.sitting} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(sitting.sitting)}
              onChange={(e) => setChosen(e.currentTarget.checked ? [...chosen, sitting.sitting] : chosen.filter((id) => id !== sitting.sitting))}
            />
            <span>
              {sitting.name} <span className="small soft">
                {t('briefing.sitting', {
                  time: when(sitting.at), count: events - 1, people: peopleNamed(view, sitting.people),
                })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {more && <button type="button" disabled={reading} onClick={() => void show()}>{t('earlier.more')}</button>}
      <Problem sentence={problem ?? unread} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || chosen.length === 0} onClick={() => void copy()}>
          {t('briefing.do', { count: chosen.length, name })}
        </button>
      </div>
    </Dialog>
  );
}
