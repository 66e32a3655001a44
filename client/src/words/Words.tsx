import { useSession } from '../line/context';
import { t, when } from '../messages';
import { useSeen } from '../parts/useSeen';
import { nameOf } from '../people/PersonLine';
import { partyName, personOf } from '../session/select';

/** Words of a mediator to one's delegation, to oneself or to all: each until one has taken note of it. */
export function Words() {
  const { view } = useSession();
  const { seen, see } = useSeen('iom.words');
  const fresh = view.words.filter((word) => word.by !== view.self?.person && !seen(word.key));
  return (
    <div role="alert">
      {fresh.slice(-3).map((word) => (
        <div key={word.key} className="move-notice word">
          <p className="small soft">
            {word.released ? `${t('released.toYou')}. ${t(`released.by.${word.released.through}`, { party: partyName(view, word.released.source) })}. ${t('released.when', { time: when(word.released.saidAt) })}.` : t(word.person ? 'word.toYou' : word.party ? 'word.toParty' : 'word.toAll', { name: nameOf(personOf(view, word.by).name) })}{' '}
            <time dateTime={word.at}>{when(word.at)}</time>
          </p>
          <p dir="auto" lang={word.language}>{word.text}</p>
          <button type="button" onClick={() => see(word.key)}>{t('move.understood')}</button>
        </div>
      ))}
    </div>
  );
}
