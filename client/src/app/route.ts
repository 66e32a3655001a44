import { useSyncExternalStore } from 'react';

/** The pages there are. */
export type Route =
  | { page: 'landing' | 'enter' | 'code' | 'house' | 'nowhere' }
  | { page: 'session'; session: string };

/** Which page a path names. */
export function routeOf(path: string): Route {
  const session = /^\/s\/([0-9a-f]{32})\/?$/.exec(path)?.[1];
  if (session) return { page: 'session', session };
  switch (path.replace(/\/$/, '')) {
    case '': return { page: 'landing' };
    case '/enter': return { page: 'enter' };
    case '/code': return { page: 'code' };
    case '/house': return { page: 'house' };
    default: return { page: 'nowhere' };
  }
}

/** Goes to another page without loading anew. */
export function go(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
  window.scrollTo(0, 0);
}

const watch = (changed: () => void) => {
  window.addEventListener('popstate', changed);
  return () => window.removeEventListener('popstate', changed);
};

/** The path on screen. */
export const usePath = (): string => useSyncExternalStore(watch, () => location.pathname);
