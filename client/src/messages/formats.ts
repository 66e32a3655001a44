import { i18n } from '@lingui/core';

/** A value is worked out once for each key: what the language's own tools make is slow to make, quick to use, and a screen shows it hundreds of times. */
export function once<K, V>(make: (key: K) => V, named: (key: K) => string = String): (key: K) => V {
  const made = new Map<string, V>();
  return (key) => {
    const name = named(key);
    if (!made.has(name)) made.set(name, make(key));
    return made.get(name)!;
  };
}

const styled = (style: object): string => `${i18n.locale} ${JSON.stringify(style)}`;

/** How the language on screen writes numbers. */
export const numbers = once((style: Intl.NumberFormatOptions) => new Intl.NumberFormat(i18n.locale, style), styled);

/** How it writes days and times; where no zone is named, in the zone that the device is in now. */
export const times = once(
  (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.locale, style),
  (style) => `${styled(style)} ${new Date().getTimezoneOffset()}`,
);
