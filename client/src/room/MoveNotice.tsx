import { useState } from 'react';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { difference, personOf } from '../session/select';
import type { SessionView, Sitting } from '../session/view';

/** What changed with this sitting, in one sentence. */
export function moveSentence(view: SessionView, sitting: Sitting): string {
  const names = (ids: readonly string[]) => list(ids.map((id) => nameOf(personOf(view, id).name)));
  const before = view.sittings[view.sittings.indexOf(sitting) - 1] ?? null;
  const { moved, came, left } = difference(before, sitting);
  const others = sitting.people.filter((id) => id !== view.self?.person);
  if (moved) {
    return others.length === 0
      ? t('move.alone', { room: sitting.name })
      : t('move.with', { room: sitting.name, names: names(others) });
  }
  const sentences = [
    came.length > 0 ? t('move.came', { names: names(came), count: came.length }) : '',
    left.length > 0 ? t('move.left', { names: names(left), count: left.length }) : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

const seenKey = (self: string) => `iom.seen.${self}`;

/** Tells of a new company. It stays until it is dismissed, and a screen reader says it at once. */
export function MoveNotice({ sitting }: { sitting: Sitting }) {
  const { view } = useSession();
  const key = seenKey(view.self?.person ?? '');
  const [seen, setSeen] = useState(() => sessionStorage.getItem(key));
  const dismiss = () => {
    // Only the random id of the sitting is kept, and only as long as this tab.
    sessionStorage.setItem(key, sitting.sitting);
    setSeen(sitting.sitting);
  };
  const sentence = seen === sitting.sitting ? '' : moveSentence(view, sitting);
  return (
    <div role="alert" aria-atomic="true" className="move-notice-place">
      {sentence && (
        <div className="move-notice" key={sitting.sitting}>
          <p>{sentence}</p>
          <button type="button" onClick={dismiss}>{t('move.understood')}</button>
        </div>
      )}
    </div>
  );
}
