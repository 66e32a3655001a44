import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partyName } from '../session/select';
import type { Id } from '../wire/protocol';

export interface Chosen {
  parties: Id[];
  people: Id[];
  bench: boolean;
}

export const noRecipients: Chosen = { parties: [], people: [], bench: false };

/** Whom to choose from: nobody is chosen beforehand. */
export function Recipients({ source, to, onTo }: { source: Id | null; to: Chosen; onTo: (to: Chosen) => void }) {
  const { view } = useSession();
  const parties = view.hall.parties.filter((one) => one.party !== source);
  const people = Object.values(view.people)
    .filter((one) => one.role !== 'secretariat' && one.party !== source && one.person !== view.self?.person)
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const flip = (list: Id[], id: Id) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);
  return (
    <fieldset className="recipients">
      <legend>{t('release.to')}</legend>
      {parties.map(({ party }) => (
        <Check key={party} label={t('release.delegation', { party: partyName(view, party) })} on={to.parties.includes(party)}
          onFlip={() => onTo({ ...to, parties: flip(to.parties, party) })} />
      ))}
      <Check label={t('release.bench')} on={to.bench} onFlip={() => onTo({ ...to, bench: !to.bench })} />
      <details>
        <summary>{t('release.toPersons')}</summary>
        {people.map(({ person, name }) => (
          <Check key={person} label={nameOf(name)} on={to.people.includes(person)} onFlip={() => onTo({ ...to, people: flip(to.people, person) })} />
        ))}
      </details>
    </fieldset>
  );
}

function Check({ label, on, onFlip }: { label: string; on: boolean; onFlip: () => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={onFlip} />
      <span>{label}</span>
    </label>
  );
}
