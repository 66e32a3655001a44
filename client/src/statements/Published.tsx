import { useSession } from '../line/context';
import { languageName, list, t, whenInFull } from '../messages';
import { Problem } from '../parts/Problem';
import type { Item } from '../session/statements';
import type { StatementRelation } from '../wire/statements';
import { kindsNow } from './clearing';
import { directionOf } from './direction';
import { feedPath, titleOf } from './names';
import { usePublished } from './usePublished';

interface Props {
  onAbout: (item: Item, relation: StatementRelation) => void;
}

/** What the public reads, the newest first. */
export function Published({ onAbout }: Props) {
  const { view } = useSession();
  const { items, more, busy, problem, show } = usePublished();
  const { feed } = view;
  if (!feed) return <p className="small soft">{t('statement.published.none')}</p>;
  return (
    <div className="stack">
      <p><a href={feedPath(feed.reference)} target="_blank" rel="noreferrer">{t('statement.published.feed')}</a></p>
      <ul className="stack">
        {items.toReversed().map((item) => {
          const title = titleOf(item);
          const corrects = items.find((one) => one.item === item.corrects);
          const mayAnswer = !item.retracted && kindsNow(view, item).length > 0;
          return (
            <li key={item.item} className="statement stack-tight">
              <p className="row small">
                <span className="tag strong">{t(`statement.kind.${item.kind}`)}</span>
                {item.retracted && <span className="tag">{t('statement.published.retracted')}</span>}
                <time className="soft" dateTime={item.at}>{whenInFull(item.at)}</time>
              </p>
              <h4 dir="auto" lang={item.texts[0]?.language}>{title}</h4>
              {corrects && <p className="small">{t('statement.published.corrects', { title: titleOf(corrects) })}</p>}
              {item.onBehalf.length > 0 && <p className="small soft">{t('statement.published.behalf', { names: list(item.onBehalf) })}</p>}
              {item.texts.map(({ language, title: headline, text }) => (
                <details key={language}>
                  <summary><span className="statement-tongue">{languageName(language)}</span> <bdi lang={language}>{headline}</bdi></summary>
                  <div className="statement-words" lang={language} dir={directionOf(language)}>{text}</div>
                </details>
              ))}
              {mayAnswer && (
                <div className="row">
                  <button type="button" className="tiny" aria-label={t('statement.correct.of', { title })} onClick={() => onAbout(item, 'correction')}>{t('statement.correct')}</button>
                  <button type="button" className="tiny" aria-label={t('statement.retract.of', { title })} onClick={() => onAbout(item, 'retraction')}>{t('statement.retract')}</button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Problem sentence={problem} />
      {more && <div><button type="button" disabled={busy} onClick={() => void show()}>{t('statement.published.earlier')}</button></div>}
    </div>
  );
}
