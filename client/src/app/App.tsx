import { I18nProvider } from '@lingui/react';
import { lazy, Suspense } from 'react';
import { CodePage } from '../enter/CodePage';
import { EnterPage } from '../enter/EnterPage';
import { HousePage } from '../house/HousePage';
import { Landing } from '../landing/Landing';
import { i18n, t } from '../messages';
import { Frame } from './Frame';
import { Nowhere } from './Nowhere';
import { type Route, routeOf, usePath } from './route';

// Everything that needs a line comes in a part of its own: the invitation page stays light.
const SessionPage = lazy(() => import('../session/SessionPage').then((m) => ({ default: m.SessionPage })));

export function App() {
  const route = routeOf(usePath());
  return (
    <I18nProvider i18n={i18n}>
      {route.page === 'session'
        ? <Suspense fallback={<Frame><p className="soft empty" role="status">{t('app.loading')}</p></Frame>}><SessionPage key={route.session} session={route.session} /></Suspense>
        : <Frame>{page(route.page)}</Frame>}
    </I18nProvider>
  );
}

function page(name: Exclude<Route['page'], 'session'>) {
  switch (name) {
    case 'landing': return <Landing />;
    case 'enter': return <EnterPage />;
    case 'code': return <CodePage />;
    case 'house': return <HousePage />;
    default: return <Nowhere title={t('nowhere.title')} text={t('nowhere.text')} />;
  }
}
