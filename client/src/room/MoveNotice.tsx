import { useSession } from '../line/context';
import { t } from '../messages';
import { useSeen } from '../parts/useSeen';
import { peopleNamed } from '../people/names';
import { nameOf } from '../people/PersonLine';
import { difference, personOf } from '../session/select';
import type { SessionView, Sitting } from '../session/view';
import type { Companion, Id } from '../wire/protocol';
import { groups, many } from './hearers';

/** By name while they are few; a large company by delegation, so that it leaves place for what is said. Everybody's name is one touch away. */
const whom = (view: SessionView, people: readonly Id[]): string => (people.length <= many ? peopleNamed : groups)(view, people);

/** What changed with this sitting, in one sentence. */
export function moveSentence(view: SessionView, sitting: Sitting): string {
  const before = view.sittings[view.sittings.indexOf(sitting) - 1] ?? null;
  const { moved, came, left, companionsCame, companionsLeft } = difference(before, sitting);
  const beside = (one: Companion) => ({ name: one.name, person: nameOf(personOf(view, one.with).name) });
  const others = sitting.people.filter((id) => id !== view.self?.person);
  if (moved) {
    const where = others.length === 0
      ? t('move.alone', { room: sitting.name })
      : t('move.with', { room: sitting.name, names: whom(view, others) });
    return [where, ...sitting.companions.map((one) => t('companion.isWith', beside(one)))].join(' ');
  }
  const sentences = [
    came.length > 0 ? t('move.came', { names: whom(view, came), count: came.length }) : '',
    left.length > 0 ? t('move.left', { names: whom(view, left), count: left.length }) : '',
    ...companionsCame.map((one) => t('companion.cameTo', beside(one))),
    ...companionsLeft.map((one) => t('companion.wentFrom', beside(one))),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Tells of a new company. It stays until it is dismissed, and a screen reader says it at once. */
export function MoveNotice({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  const { seen, see } = useSeen(`iom.seen.${view.self?.person ?? ''}`);
  const sentence = seen(sitting.sitting) ? '' : moveSentence(view, sitting);
  return (
    <div role="alert" aria-atomic="true" className="move-notice-place">
      {sentence && (
        <div className="move-notice" key={sitting.sitting}>
          <p>{sentence}</p>
          <button type="button" className="tiny" onClick={() => see(sitting.sitting)}>{t('move.understood')}</button>
        </div>
      )}
    </div>
  );
}
