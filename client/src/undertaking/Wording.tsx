import { t } from '../messages';

/** The wording shown; the record names it, so a change of the words is a new version. */
export const wording = '2026-1';

/** What is undertaken, sentence by sentence. */
export function Wording() {
  return (
    <ol className="undertaking-text">
      <li>{t('undertaking.1')}</li>
      <li>{t('undertaking.2')}</li>
      <li>{t('undertaking.3')}</li>
      <li>{t('undertaking.4')}</li>
      <li>{t('undertaking.5')}</li>
    </ol>
  );
}
