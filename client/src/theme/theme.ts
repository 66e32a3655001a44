export type Theme = 'auto' | 'light' | 'dark';

const key = 'iom.theme';

/** The theme chosen on this device; `auto` follows the device. */
export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(key);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

/** Shows the page in a theme and remembers it. */
export function choose(theme: Theme): void {
  localStorage.setItem(key, theme);
  apply(theme);
}

export function apply(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
