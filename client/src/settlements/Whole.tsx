import { useSession } from '../line/context';
import { languageName, t } from '../messages';
import { partiesNamed } from '../people/names';
import type { Settlement } from '../session/settlements';
import { directionOf } from '../statements/direction';
import { settledShown } from './words';

/** All that a settlement says: every language version, and every value. */
export function Whole({ settlement }: { settlement: Settlement }) {
  const { view } = useSession();
  const { title, parties, texts, values } = settlement;
  return (
    <article className="statement-whole stack" tabIndex={0} aria-label={t('settlement.exact')}>
      <h3 dir="auto">{title}</h3>
      <p>{t('settlement.between', { names: partiesNamed(view, parties) })}</p>
      {texts.map(({ language, authentic, text }) => (
        <section key={language} aria-label={languageName(language)} lang={language} dir={directionOf(language)}>
          <h4><bdi>{languageName(language)}</bdi> ({t(authentic ? 'settlement.authentic' : 'settlement.translation')})</h4>
          <div className="statement-words">{text}</div>
        </section>
      ))}
      {values.length > 0 && (
        <section aria-label={t('settlement.values')}>
          <h4>{t('settlement.values')}</h4>
          <dl className="proposal-values">
            {values.map((one) => <div key={one.issue}><dt dir="auto">{one.title}</dt><dd dir="auto">{settledShown(view, one)}</dd></div>)}
          </dl>
        </section>
      )}
    </article>
  );
}
