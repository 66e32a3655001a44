import { useSession } from '../line/context';
import { t } from '../messages';
import { terminationSheet } from './sheets';
import { TakeAway } from './TakeAway';

/** Once the session is concluded: the notice of it, for whoever is admitted. */
export function TerminationLine() {
  const { view } = useSession();
  if (view.hall.phase !== 'concluded') return null;
  return (
    <section className="sheet row spread" aria-label={t('termination.title')}>
      <p>{t('termination.lead')}</p>
      <TakeAway name={t('termination.title')} sheet={() => terminationSheet(view)} />
    </section>
  );
}
