import { useEffect, useState } from 'react';
import { takeToken } from '../enter/token';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { api, type SessionListed } from '../wire/api';
import { PrepareForm } from './PrepareForm';
import { SessionList } from './SessionList';

/** The house of the secretariat: its sessions, and a new one. The first entry needs the one-time link of the server. */
export function HousePage() {
  const [token] = useState(takeToken);
  const [sessions, setSessions] = useState<SessionListed[] | null>(null);
  const [outside, setOutside] = useState(false);
  const { run, busy, problem } = useCall();
  const load = () => api.houseSessions().then(setSessions, () => setOutside(true));
  useEffect(() => {
    if (token === '') void load();
  }, []);
  const enter = async () => {
    await run(async () => {
      await api.houseEnter(token);
      await load();
    });
  };
  if (sessions) {
    return (
      <main className="page wide">
        <h1>{t('house.title')}</h1>
        <section className="stack"><h2>{t('house.sessions')}</h2><SessionList sessions={sessions} empty={t('house.none')} /></section>
        <PrepareForm />
      </main>
    );
  }
  return (
    <main className="page">
      <section className="sheet stack">
        <p className="eyebrow">{t('house.eyebrow')}</p>
        <h1>{t('house.enter.title')}</h1>
        <p>{t(token === '' ? (outside ? 'house.outside' : 'house.loading') : 'house.enter.lead')}</p>
        <Problem sentence={problem} />
        {token !== '' && <div><button type="button" className="primary" disabled={busy} onClick={() => void enter()}>{t('house.enter.button')}</button></div>}
      </section>
    </main>
  );
}
