import { useState } from 'react';
import { useSession } from '../line/context';
import { languageName, list, t, when } from '../messages';
import type { StatementNotice } from '../session/statements';
import { asked, ofMine, sideOf } from './clearing';
import { forWhom, titleOf } from './names';
import { appearance } from './time';

/** What became of a statement, in words. */
export function statementSentence({ type, title, voided, when: at }: StatementNotice): string {
  if (type === 'edited') return t(voided ? 'statement.told.voided' : 'statement.told.edited', { title });
  return t(`statement.told.${type}`, { title, ...(at ? appearance(at) : {}) });
}

const shown = 3;

/** Whose clearance is asked for is told until he has given it; what else became of statements until he dismisses it. */
export function StatementNotices({ onOpen }: { onOpen: () => void }) {
  const { view } = useSession();
  const kept = `iom.statements.${view.self?.person ?? ''}`;
  const [seen, setSeen] = useState(() => sessionStorage.getItem(kept));
  const dismiss = (key: string) => {
    // only the place in a log is kept, and only as long as this tab
    sessionStorage.setItem(kept, key);
    setSeen(key);
  };
  const news = view.statementNotices.slice(view.statementNotices.findIndex(({ key }) => key === seen) + 1).slice(-shown);
  const last = news.at(-1);
  return (
    <div role="status" className="statement-notices">
      {ofMine(view).map((one) => {
        const side = sideOf(view, one);
        const texts = asked(view, one);
        return side && texts.length > 0 && (
          <div key={one.statement} className="caution row spread">
            <p>{t('statement.asked', { whom: forWhom(view, side), title: titleOf(one), languages: list(texts.map(({ language }) => languageName(language))) })}</p>
            <button type="button" onClick={onOpen}>{t('statement.asked.read')}</button>
          </div>
        );
      })}
      {last && (
        <div className="statement-news row spread">
          <ul>{news.map((one) => <li key={one.key}><time className="soft" dateTime={one.at}>{when(one.at)}</time> {statementSentence(one)}</li>)}</ul>
          <button type="button" className="tiny" onClick={() => dismiss(last.key)}>{t('notice.dismiss')}</button>
        </div>
      )}
    </div>
  );
}
