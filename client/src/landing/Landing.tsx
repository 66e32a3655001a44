import { useEffect, useState } from 'react';
import { Link } from '../app/Link';
import { SessionList } from '../house/SessionList';
import { t } from '../messages';
import { api, type MySession } from '../wire/api';

/** The front door: the sessions this browser is known in, or how one comes to take part. */
export function Landing() {
  const [mine, setMine] = useState<MySession[] | null>(null);
  const [house, setHouse] = useState(false);
  useEffect(() => {
    api.mine().then(setMine, () => setMine([]));
    api.house().then(() => setHouse(true), () => undefined);
  }, []);
  return (
    <main className="page">
      <header className="stack hero">
        <p className="eyebrow">{t('landing.eyebrow')}</p>
        <h1>{t('landing.title')}</h1>
        <p className="lead">{t('landing.lead')}</p>
      </header>
      {mine && mine.length > 0 && (
        <section className="stack"><h2>{t('landing.mine')}</h2><SessionList sessions={mine} empty="" /></section>
      )}
      {house && <p><Link to="/house">{t('landing.house')}</Link></p>}
      {mine && mine.length === 0 && (
        <section className="sheet stack">
          <h2>{t('landing.how')}</h2>
          <p>{t('landing.how.text')}</p>
          <p><Link to="/code">{t('enter.haveCode')}</Link></p>
        </section>
      )}
      <ul className="promises">
        {(['1', '2', '3'] as const).map((n) => (
          <li key={n}><h3>{t(`landing.promise${n}`)}</h3><p className="soft">{t(`landing.promise${n}.text`)}</p></li>
        ))}
      </ul>
    </main>
  );
}
