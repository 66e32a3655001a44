import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Consequences } from './Consequences';
import { useTheFloor } from './context';

/** The second asking: names the parties that would meet and the people who would be taken out of a caucus. */
export function ConfirmMove() {
  const { question, answer } = useTheFloor();
  return (
    <Dialog open={question !== null} onClose={() => answer(null)} title={t('confirm.title')} lead={t('confirm.lead')}>
      {question && (
        <>
          <Consequences what={question.consequences} brief />
          <div className="buttons">
            <button type="button" onClick={() => answer(null)}>{t('confirm.no')}</button>
            <button
              type="button"
              className="primary"
              onClick={() => answer({ meetings: question.consequences.meetings, takenOut: question.consequences.takenOut })}
            >
              {t('confirm.yes')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
