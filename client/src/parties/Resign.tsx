import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from './ConfirmDialog';

/** A mediator leaves the bench. */
export function Resign() {
  const { view } = useSession();
  const [open, setOpen] = useState(false);
  if (!view.bench || view.hall.phase === 'concluded') return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>{t('resign.do')}</button>
      {open && (
        <ConfirmDialog
          title={t('resign.title')}
          lead={t('resign.lead')}
          yes={t('resign.yes')}
          command={{ type: 'mediator.resign', bench: view.bench.circle }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
