import { t } from '../messages';

/** Who had gone before one's words arrived, and so never heard them. */
export function Left({ sentence, onDismiss }: { sentence: string | null; onDismiss: () => void }) {
  return (
    <div role="status">
      {sentence && (
        <div className="caution row spread">
          <p>{sentence}</p>
          <button type="button" className="tiny" onClick={onDismiss}>{t('notice.dismiss')}</button>
        </div>
      )}
    </div>
  );
}
