import { useSession } from '../line/context';
import type { Echo } from '../line/pending';
import { t } from '../messages';

/** Own words on their way. They are never shown as said before the log has them. */
export function EchoLine({ echo }: { echo: Echo }) {
  const { line } = useSession();
  const state = echo.stored ? 'talk.stored' : line.at === 'connected' ? 'talk.sending' : 'talk.waiting';
  return (
    <li className="said echo" data-own="true">
      <p className="said-text" dir="auto">{echo.say.text}</p>
      {echo.say.files !== undefined && <p className="small">{t('files.going', { count: echo.say.files.length })}</p>}
      <p className="small soft">{t(state)}</p>
    </li>
  );
}
