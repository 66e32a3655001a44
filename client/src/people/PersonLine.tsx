import { useSession } from '../line/context';
import { t } from '../messages';
import { partyIndex, partyName, personOf } from '../session/select';
import type { Id } from '../wire/protocol';
import { Presence } from './Presence';

/** The words for somebody: his name, or that he is not known by name. */
export const nameOf = (name: string): string => name || t('people.unnamed');

/** One person with role, delegation and presence: who can hear, never just a count. Brief: where the heading names the delegation. */
export function PersonLine({ person, brief = false }: { person: Id; brief?: boolean }) {
  const { view, here } = useSession();
  const who = personOf(view, person);
  const party = partyName(view, who.party);
  return (
    <span className="person-line" data-party={partyIndex(view, who.party)}>
      <Presence here={here.has(person)} />
      <span>
        <span className="person-name">
          {nameOf(who.name)}
          {view.self?.person === person && <span className="soft"> {t('people.you')}</span>}
        </span>{' '}
        {!(brief && who.role === 'mediator') && (
          <span className="person-role">
            {t(`role.${who.role}`)}
            {!brief && party && `, ${party}`}
          </span>
        )}
      </span>
    </span>
  );
}
