import { useRef, useState } from 'react';
import { useSession } from '../line/context';
import { languageName, t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import type { Statement } from '../session/statements';
import type { StatementText } from '../wire/statements';
import { type Side } from './clearing';
import { digestOf } from './digest';
import { directionOf } from './direction';
import { forWhom } from './names';

interface Props {
  statement: Statement;
  language: string;
  side: Side;
  onClose: () => void;
}

const textIn = (one: Statement | undefined, language: string) => one?.texts.find((text) => text.language === language);

/** The whole text of one language, and under it the act that lets it be published. What is cleared is what stands on screen, and nothing that came later. */
export function ClearDialog({ statement, language, side, onClose }: Props) {
  const { view } = useSession();
  const { act, busy, problem, setProblem } = useAct();
  const [shown, setShown] = useState({ version: statement.version, text: textIn(statement, language) });
  const title = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const now = view.statements.find((one) => one.statement === statement.statement);
  const current = textIn(now, language);
  const whom = forWhom(view, side);
  const spoken = languageName(language);
  const clear = async () => {
    const read: StatementText = { language, title: title.current?.textContent ?? '', text: text.current?.textContent ?? '' };
    const digest = await digestOf(read);
    if (digest === null) return setProblem(t('statement.clear.impossible'));
    const reply = await act({ type: 'statement.clear', statement: statement.statement, version: shown.version, language, digest });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      open title={t('statement.clear.title', { language: spoken, whom })}
      lead={t('statement.clear.lead', { language: spoken })} onClose={onClose}
    >
      {shown.text && (
        <article className="statement-whole" tabIndex={0} lang={language} dir={directionOf(language)} aria-label={t('statement.clear.exact', { language: spoken })}>
          <h3 ref={title}>{shown.text.title}</h3>
          <div ref={text} className="statement-words">{shown.text.text}</div>
        </article>
      )}
      {!current ? <p className="problem" role="alert">{t('statement.clear.gone')}</p>
        : now && now.version !== shown.version ? (
          <div className="problem row spread" role="alert">
            <p>{t('statement.clear.changed')}</p>
            <button type="button" onClick={() => { setShown({ version: now.version, text: current }); setProblem(null); }}>{t('statement.clear.showNow')}</button>
          </div>
        ) : <p className="small soft">{t('statement.clear.means')}</p>}
      <Problem sentence={problem} />
      <div className="buttons">
        <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        <button type="button" className="primary" disabled={busy || !current || now?.version !== shown.version} onClick={() => void clear()}>
          {t('statement.clear.do', { whom })}
        </button>
      </div>
    </Dialog>
  );
}
