import type { ReactNode } from 'react';
import { t } from '../messages';
import { ThemeToggle } from '../theme/ThemeToggle';
import { Link } from './Link';

/** The head of every page; a session puts its name and the state of its line there. */
export function Frame({ middle, end, children }: { middle?: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <>
      <header className="frame">
        <Link to="/" className="wordmark">
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <circle cx="12.4" cy="16" r="8" fill="none" stroke="currentColor" strokeWidth="1.8" />
            <circle cx="19.6" cy="16" r="8" fill="none" stroke="var(--brass)" strokeWidth="1.8" />
          </svg>
          <span>{t('app.name')}</span>
        </Link>
        <div className="frame-middle">{middle}</div>
        <div className="frame-end">{end}<ThemeToggle /></div>
      </header>
      {children}
    </>
  );
}
