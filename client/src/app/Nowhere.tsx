import { t } from '../messages';
import { Link } from './Link';

/** Nothing is here, or nothing for this browser: both look the same. */
export function Nowhere({ title, text }: { title: string; text: string }) {
  return (
    <main className="page">
      <section className="sheet stack" role="status">
        <h1>{title}</h1>
        <p>{text}</p>
        <p><Link to="/">{t('nowhere.back')}</Link></p>
      </section>
    </main>
  );
}
