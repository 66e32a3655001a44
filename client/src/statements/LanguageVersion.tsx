import { useSession } from '../line/context';
import { languageName, list, t } from '../messages';
import type { Statement } from '../session/statements';
import type { StatementText } from '../wire/statements';
import { atTable, hasCleared, mayClear, needed, sideOf } from './clearing';
import { directionOf } from './direction';
import { forWhom, nameOfSide, titleOf } from './names';

/** One language of a statement: its text, who has cleared it, and who has not. */
export function LanguageVersion({ statement, text, onClear }: { statement: Statement; text: StatementText; onClear: () => void }) {
  const { view } = useSession();
  const side = sideOf(view, statement);
  const own = side !== null && hasCleared(statement, text.language, side);
  const sides = needed(view, statement);
  const names = (cleared: boolean) => list(sides.filter((one) => hasCleared(statement, text.language, one) === cleared).map((one) => nameOfSide(view, one)));
  const [given, missing] = [names(true), names(false)];
  const language = languageName(text.language);
  return (
    <section className="statement-language stack-tight" aria-label={language}>
      <details>
        <summary><span className="statement-tongue">{language}</span> <bdi lang={text.language}>{text.title}</bdi></summary>
        <div className="statement-words" lang={text.language} dir={directionOf(text.language)}>{text.text}</div>
      </details>
      {atTable(view) ? (
        <ul className="small">
          {given && <li className="cleared">{t('statement.cleared.by', { names: given })}</li>}
          {missing && <li>{t('statement.cleared.not', { names: missing })}</li>}
        </ul>
      ) : side && <p className="small">{t(own ? 'statement.cleared.own' : 'statement.cleared.ownNot', { whom: forWhom(view, side) })}</p>}
      {!own && mayClear(view, side) && (
        <div>
          <button type="button" className="primary" aria-label={t('statement.clear.of', { language, title: titleOf(statement) })} onClick={onClear}>
            {t('statement.clear')}
          </button>
        </div>
      )}
    </section>
  );
}
