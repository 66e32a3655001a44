import { languageName, list, t } from '../messages';
import type { Protocol } from '../wire/protocol';

/** The terms of a protocol, one by one. Without any yet, the strictest of those that matter. */
export function Terms({ protocol }: { protocol: Protocol | null }) {
  return (
    <dl className="terms">
      <div><dt>{t('terms.disclosure')}</dt><dd>{t(`disclosure.${protocol?.disclosure ?? 'confidentialUnlessReleased'}`)}</dd></div>
      <div><dt>{t('terms.caucusNotice')}</dt><dd>{t(`caucusNotice.${protocol?.caucusNotice ?? 'none'}`)}</dd></div>
      <div><dt>{t('terms.existence')}</dt><dd>{t(protocol?.existencePublic ? 'existence.public' : 'existence.secret')}</dd></div>
      {protocol && (
        <>
          <div><dt>{t('terms.languages')}</dt><dd>{list(protocol.languages.map(languageName))}</dd></div>
          <div><dt>{t('terms.retention')}</dt><dd>{t('terms.days', { count: protocol.retentionDays })}</dd></div>
          <div><dt>{t('terms.receipts')}</dt><dd>{t(protocol.receipts ? 'terms.yes' : 'terms.no')}</dd></div>
          <div><dt>{t('terms.jointBriefing')}</dt><dd>{t(protocol.jointBriefing ? 'terms.yes' : 'terms.no')}</dd></div>
          <div><dt>{t('terms.clearance')}</dt><dd>{t('clearance.everyPartyAndMediator')}</dd></div>
        </>
      )}
    </dl>
  );
}
