import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Statement } from '../session/statements';
import { useLanguage } from '../talk/useLanguage';
import { titleOf } from './names';
import { draftsOf, isWhole, TextFields, textsOf } from './TextFields';

/** Edits a text on the table. What that voids is said before it is done, and an edit that came in between is not overwritten unseen. */
export function EditForm({ statement, onDone }: { statement: Statement; onDone: () => void }) {
  const { view } = useSession();
  const { act, busy, problem, setProblem } = useAct();
  const { offered } = useLanguage();
  const [base, setBase] = useState(statement);
  const [drafts, setDrafts] = useState(() => draftsOf(statement.texts));
  const now = view.statements.find((one) => one.statement === statement.statement);
  const meanwhile = now && now.version !== base.version ? now : null;
  const texts = textsOf(drafts);
  const ready = now && !meanwhile && isWhole(texts)
    && JSON.stringify(texts) !== JSON.stringify(now.texts.map(({ language, title, text }) => ({ language, title, text })));
  const count = now?.cleared.length ?? 0;
  const save = async () => {
    if (!ready) return;
    const reply = await act({ type: 'statement.edit', statement: base.statement, version: base.version, texts });
    if (reply.ok) onDone();
  };
  const anew = (from: Statement) => {
    setBase(from);
    setDrafts(draftsOf(from.texts));
    setProblem(null);
  };
  const title = t('statement.edit.title', { title: titleOf(base) });
  return (
    <form className="stack statement-form" aria-label={title} onSubmit={(e) => { e.preventDefault(); void save(); }}>
      <h3>{title}</h3>
      <p className="caution" role="status">{t('statement.edit.voids', { count })} {now?.at && t('statement.edit.calledOff')}</p>
      <TextFields drafts={drafts} offered={offered} onDrafts={setDrafts} />
      {!now && <p className="problem" role="alert">{t('statement.edit.gone')}</p>}
      {meanwhile && (
        <div className="problem row spread" role="alert">
          <p>{t('statement.edit.meanwhile', { name: nameOf(personOf(view, meanwhile.by).name) })}</p>
          <button type="button" onClick={() => anew(meanwhile)}>{t('statement.edit.anew')}</button>
        </div>
      )}
      <Problem sentence={problem} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy || !ready}>{t(count > 0 ? 'statement.edit.doVoid' : 'statement.edit.do')}</button>
        <button type="button" onClick={onDone}>{t('form.cancel')}</button>
      </div>
    </form>
  );
}
