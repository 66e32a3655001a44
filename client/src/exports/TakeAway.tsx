import { t } from '../messages';
import { jsonOf, pageOf, type Sheet } from './sheet';

/** Hands a file to the browser. Its name is neutral: whoever sees the folder of downloads learns nothing of the case. */
function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken it over by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A document to be taken away: as a page, which the browser prints or saves as PDF, and for programs. It is made of what stands on screen. */
export function TakeAway({ name, sheet }: { name: string; sheet: () => Sheet }) {
  const kind = (at: Sheet) => at.format.split('/')[1]?.split('-')[0] ?? '';
  return (
    <span className="row" role="group" aria-label={t('export.of', { name })}>
      <button type="button" className="small" onClick={() => { const made = sheet(); save(`${kind(made)}.html`, 'text/html', pageOf(made)); }}>{t('export.page')}</button>
      <button type="button" className="small" onClick={() => { const made = sheet(); save(`${kind(made)}.json`, 'application/json', jsonOf(made)); }}>{t('export.json')}</button>
    </span>
  );
}
