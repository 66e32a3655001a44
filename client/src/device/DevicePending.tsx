import { t } from '../messages';

/** This device is not known yet: says who can confirm it, and waits. */
export function DevicePending({ sentence }: { sentence: string }) {
  return (
    <main className="page">
      <section className="sheet stack" role="status">
        <p className="eyebrow">{t('pending.eyebrow')}</p>
        <h1>{t('pending.title')}</h1>
        {sentence && <p>{sentence}</p>}
        <p>{t('pending.why')}</p>
        <ul className="plain-list">
          <li>{t('pending.own')}</li>
          <li>{t('pending.head')}</li>
          <li>{t('pending.mediator')}</li>
        </ul>
        <p className="soft">{t('pending.waits')}</p>
      </section>
    </main>
  );
}
