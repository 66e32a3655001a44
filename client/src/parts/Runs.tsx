import { t } from '../messages';

/** Words with what came and went: marked, and said for who does not see the marks. */
export function Runs({ runs }: { runs: readonly { kind: 'added' | 'removed' | 'kept' | 'same'; text: string }[] }) {
  return runs.map(({ kind, text }, at) => (
    kind === 'added' ? <span key={at}><span className="unseen">{t('redline.added')}</span><ins>{text}</ins></span>
    : kind === 'removed' ? <span key={at}><span className="unseen">{t('redline.removed')}</span><del>{text}</del></span>
    : <span key={at}>{text}</span>));
}
