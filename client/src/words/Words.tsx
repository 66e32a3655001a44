import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partyName, personOf } from '../session/select';
import type { Word } from '../session/view';

const seenKey = 'iom.words';

/** Words of a mediator to one's delegation, to oneself or to all: each until one has taken note of it. */
export function Words() {
  const { view } = useSession();
  // Only where a word stands is kept, never the word, and only as long as this tab.
  const [seen, setSeen] = useState<readonly string[]>(() => (sessionStorage.getItem(seenKey) ?? '').split(' '));
  const fresh = view.words.filter((word) => word.by !== view.self?.person && !seen.includes(word.key));
  const dismiss = (word: Word) => {
    const now = [...seen, word.key];
    sessionStorage.setItem(seenKey, now.join(' '));
    setSeen(now);
  };
  return (
    <div role="alert">
      {fresh.slice(-3).map((word) => (
        <div key={word.key} className="move-notice word">
          <p className="small soft">
            {word.released ? `${t('released.toYou')}. ${t(`released.by.${word.released.through}`, { party: partyName(view, word.released.source) })}. ${t('released.when', { time: when(word.released.saidAt) })}.` : t(word.person ? 'word.toYou' : word.party ? 'word.toParty' : 'word.toAll', { name: nameOf(personOf(view, word.by).name) })}{' '}
            <time dateTime={word.at}>{when(word.at)}</time>
          </p>
          <p dir="auto" lang={word.language}>{word.text}</p>
          <button type="button" onClick={() => dismiss(word)}>{t('move.understood')}</button>
        </div>
      ))}
    </div>
  );
}
