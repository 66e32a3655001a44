import { useSyncExternalStore } from 'react';
import { leaving, unsentNow } from './leaving';

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

/** Goes to another page without loading anew; asks first when words would be lost by it. */
export function go(path: string): void {
  leaving(path === shown ? 0 : unsentNow(), () => goAtOnce(path));
}

/** The same, where one has already been asked. */
export function goAtOnce(path: string): void {
  history.pushState(null, '', path);
  moved();
  window.scrollTo(0, 0);
}

const watchers = new Set<() => void>();
/** The page on screen; behind it the address is when the browser has gone back and one is still asked. */
let shown = location.pathname;

function moved(): void {
  shown = location.pathname;
  for (const watcher of watchers) watcher();
}

// The browser goes back before anybody can ask: the address is put back, and one goes there when one has agreed.
window.addEventListener('popstate', () => {
  const { pathname, search, hash } = location;
  if (pathname === shown || unsentNow() === 0) return moved();
  history.pushState(null, '', shown);
  leaving(unsentNow(), () => goAtOnce(pathname + search + hash));
});

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => void watchers.delete(changed);
};

/** The path on screen. */
export const usePath = (): string => useSyncExternalStore(watch, () => shown);
