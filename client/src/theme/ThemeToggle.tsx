import { useState } from 'react';
import { t } from '../messages';
import { choose, chosenTheme, type Theme } from './theme';

const next: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };

/** Light, dark, or as the device says. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(chosenTheme);
  const turn = () => {
    choose(next[theme]);
    setTheme(next[theme]);
  };
  return (
    <button type="button" className="quiet theme-toggle" onClick={turn} aria-label={t('theme.toggle', { now: t(`theme.${theme}`) })}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {theme !== 'light' && <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />}
        {theme === 'dark' && <circle cx="10" cy="10" r="7" fill="currentColor" />}
      </svg>
    </button>
  );
}
