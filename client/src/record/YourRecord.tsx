import { useId } from 'react';
import { useLine } from '../line/context';
import { t } from '../messages';

/** Everything one may read, to be taken away; the server makes it by the same rule as what stands on screen. */
export function YourRecord() {
  const { session } = useLine();
  const title = useId();
  return (
    <section className="stack" aria-labelledby={title}>
      <h3 id={title}>{t('record.title')}</h3>
      <p className="small soft">{t('record.what')}</p>
      <p><a href={`/api/sessions/${session}/record.html`} download>{t('record.html')}</a></p>
      <p><a href={`/api/sessions/${session}/record.json`} download>{t('record.json')}</a></p>
    </section>
  );
}
