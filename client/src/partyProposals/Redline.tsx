import { t } from '../messages';
import { directionOf } from '../statements/direction';
import { redline } from './redline';

/** A text with what came and went since an earlier one, told apart by signs and not by colour alone, and for screen readers. */
export function Redline({ before, after, language }: { before: string; after: string; language: string }) {
  return (
    <p className="proposal-words" lang={language} dir={directionOf(language)}>
      {redline(before, after).map(({ kind, text }, at) => (kind === 'added' ? <ins key={at}><span className="unseen">{t('redline.added')}</span>{text}</ins>
        : kind === 'removed' ? <del key={at}><span className="unseen">{t('redline.removed')}</span>{text}</del> : <span key={at}>{text}</span>))}
    </p>
  );
}
