import { Direction as Radix } from 'radix-ui';
import { type ReactNode, useSyncExternalStore } from 'react';

const direction = () => (document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr');

const watch = (changed: () => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['dir'] });
  return () => observer.disconnect();
};

/** Tabs and menus read in the direction of the page; left to themselves they read from the left. */
export const Direction = ({ children }: { children: ReactNode }) => <Radix.Provider dir={useSyncExternalStore(watch, direction)}>{children}</Radix.Provider>;
