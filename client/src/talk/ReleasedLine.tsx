import type { Ref } from 'react';
import { useSession } from '../line/context';
import { list, t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partiesInOrder, peopleInOrder } from '../people/names';
import { partyIndex, partyName, personOf } from '../session/select';
import type { Said } from '../session/view';
import type { ReleaseMade, Released } from '../wire/events';

/** Words that were said in caucus and released to those who read here. */
export function ReleasedLine({ said, released, sought }: { said: Said; released: Released; sought?: Ref<HTMLLIElement> | undefined }) {
  const { view } = useSession();
  const party = partyName(view, released.source);
  return (
    <li className="said released" {...(sought ? { ref: sought, tabIndex: -1, 'aria-current': 'location' } : {})} data-party={partyIndex(view, released.source)}>
      <p className="said-by">
        <span className="said-name">{t(`released.by.${released.through}`, { party })}</span>
        <span className="said-side">{t('released.when', { time: when(released.saidAt) })}</span>
        <time dateTime={said.at}>{when(said.at)}</time>
      </p>
      <p className="said-text" dir="auto" lang={released.language}>{released.text}</p>
    </li>
  );
}

/** For the record: what was let out, and who received it. */
export function ReleaseMadeLine({ said, made }: { said: Said; made: ReleaseMade }) {
  const { view } = useSession();
  const names = [
    ...partiesInOrder(view, made.parties).map((party) => t('release.delegation', { party })),
    ...peopleInOrder(view, made.people),
    ...(made.bench ? [t('release.bench')] : []),
  ];
  return (
    <li className="said release-made small soft">
      <span>{t('released.made', { name: nameOf(personOf(view, made.by).name), party: partyName(view, made.source), names: list(names) })}</span>{' '}
      <time dateTime={said.at}>{when(said.at)}</time>
    </li>
  );
}
