import { useContext, useState, useSyncExternalStore } from 'react';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import type { Id } from '../wire/protocol';
import { LineContext, type SessionLine, useSession } from './context';

/** Says of acts without an answer that they may still be done: whoever cancels now cancels nothing. */
export function Unanswered() {
  const line = useContext(LineContext);
  return line && <Count line={line} />;
}

function Count({ line }: { line: SessionLine }) {
  const { unanswered } = useSyncExternalStore(line.subscribe, line.snapshot);
  return <div role="status">{unanswered > 0 && <p className="notice caution">{t('act.unanswered', { count: unanswered })}</p>}</div>;
}

/** Refusals of acts whose forms may be gone by now. */
export function LateRefusals() {
  const { late } = useSession();
  const [seen, setSeen] = useState<readonly Id[]>([]);
  return (
    <div role="alert">
      {late.filter(({ id }) => !seen.includes(id)).map(({ id, refusal }) => (
        <div key={id} className="notice caution row spread">
          <p>{t('act.late', { sentence: sentenceOf(refusal) })}</p>
          <button type="button" className="tiny" onClick={() => setSeen([...seen, id])}>{t('notice.dismiss')}</button>
        </div>
      ))}
    </div>
  );
}
