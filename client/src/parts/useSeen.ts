import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();

const watch = (changed: () => void): (() => void) => {
  watchers.add(changed);
  return () => void watchers.delete(changed);
};

/**
 * What one has taken note of, on whichever screen it stands. Only where a thing stands is kept, never what it says, and only as long as this tab.
 */
export function useSeen(what: string): { seen: (key: string) => boolean; see: (key: string) => void } {
  const kept = useSyncExternalStore(watch, () => sessionStorage.getItem(what) ?? '');
  const keys = kept.split(' ');
  return {
    seen: (key) => keys.includes(key),
    see: (key) => {
      sessionStorage.setItem(what, [...keys, key].join(' ').trim());
      for (const watcher of watchers) watcher();
    },
  };
}
