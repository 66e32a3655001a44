import { list, t } from '../messages';
import { grouped } from '../people/Company';
import { nameOf } from '../people/PersonLine';
import { peopleInOrder } from '../people/names';
import { personOf } from '../session/select';
import type { SessionView } from '../session/view';
import type { Companion, Id } from '../wire/protocol';

/** More people than can be taken in at a glance: from here on they are told by delegation, and by name on asking. */
export const many = 8;

/** How many of each group. */
export const groups = (view: SessionView, people: readonly Id[]): string =>
  list(grouped(view, people).map((group) => t('room.group', { group: group.name, count: group.people.length })));

/** Who would hear, in words: by name while they are few, else by delegation. */
export function hearers(view: SessionView, people: readonly Id[], companions: readonly Companion[] = []): string {
  const count = people.length + companions.length;
  if (count === 0) return t('room.alone');
  const beside = companions.map((one) => t('companion.beside', { name: one.name, person: nameOf(personOf(view, one.with).name) }));
  return count <= many
    ? t('room.hearers', { names: list([...peopleInOrder(view, people), ...beside]) })
    : t('room.hearersMany', { count, groups: [groups(view, people), ...beside].join('; ') });
}
