import { useLine } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { callForFile } from '../wire/http';
import { jsonOf, pageOf, type Sheet } from './sheet';

/** Hands a file to the browser. Its name is neutral: whoever sees the folder of downloads learns nothing of the case. */
function save(sheet: Sheet, ending: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${sheet.format.split('/')[1]?.split('-')[0] ?? ''}.${ending}`;
  link.click();
  // the browser has taken it over by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * A document to be taken away, of what stands on screen: as a page, which the browser prints, and for programs, both made here; as DOCX and PDF,
 * made by the server of exactly what is sent to it.
 */
export function TakeAway({ name, sheet }: { name: string; sheet: () => Sheet }) {
  const { session } = useLine();
  const { run, busy, problem } = useCall();
  const made = async (form: 'docx' | 'pdf') => {
    const one = sheet();
    const file = await run(() => callForFile(`/api/sessions/${session}/documents/${form}`, one));
    if (file) save(one, form, file);
  };
  const here = (ending: string, type: string, textOf: (of: Sheet) => string) => {
    const one = sheet();
    save(one, ending, new Blob([textOf(one)], { type }));
  };
  return (
    <div className="stack take-away">
      <div className="row" role="group" aria-label={t('export.of', { name })}>
        <button type="button" className="small" onClick={() => here('html', 'text/html', pageOf)}>{t('export.page')}</button>
        <button type="button" className="small" disabled={busy} onClick={() => void made('docx')}>{t('export.docx')}</button>
        <button type="button" className="small" disabled={busy} onClick={() => void made('pdf')}>{t('export.pdf')}</button>
        <button type="button" className="small" onClick={() => here('json', 'application/json', jsonOf)}>{t('export.json')}</button>
      </div>
      <div role="status">{busy && <p className="small soft">{t('export.making')}</p>}</div>
      <Problem sentence={problem} />
    </div>
  );
}
