import { useEffect, useRef, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import type { Item, Statement } from '../session/statements';
import type { StatementRelation } from '../wire/statements';
import { existsInPublic, kindsNow, ofMine } from './clearing';
import { EditForm } from './EditForm';
import { Published } from './Published';
import { StatementCard } from './StatementCard';
import { StatementForm } from './StatementForm';

type Writing = { about: { item: Item; relation: StatementRelation } | null } | { edit: Statement };

/** Public statements: those that wait for clearance, and what is public. `called`: counts how often somebody was sent here. */
export function StatementsPanel({ called }: { called: number }) {
  const { view } = useSession();
  const [writing, setWriting] = useState<Writing | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (called > 0) title.current?.focus();
  }, [called]);
  useEffect(() => {
    if (writing) form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
  }, [writing]);
  const done = () => {
    setWriting(null);
    title.current?.focus();
  };
  const waiting = ofMine(view);
  return (
    <section className="stack" aria-labelledby="statements-title">
      <h2 id="statements-title" ref={title} tabIndex={-1}>{t('statement.title')}</h2>
      <p className="small soft">{t('statement.lead')}</p>
      {view.hall.phase !== 'preparing' && !existsInPublic(view) && <p className="caution small">{t('statement.secret')}</p>}
      <div ref={form}>
        {!writing && kindsNow(view, null).length > 0 && <button type="button" onClick={() => setWriting({ about: null })}>{t('statement.write')}</button>}
        {writing && ('edit' in writing
          ? <EditForm key={writing.edit.statement} statement={writing.edit} onDone={done} />
          : <StatementForm key={writing.about ? `${writing.about.relation} ${writing.about.item.item}` : ''} about={writing.about} onDone={done} />)}
      </div>
      {waiting.length === 0 ? <p className="small soft">{t('statement.none')}</p>
        : waiting.map((one) => <StatementCard key={one.statement} statement={one} onEdit={() => setWriting({ edit: one })} />)}
      <h3>{t('statement.published')}</h3>
      <Published onAbout={(item, relation) => setWriting({ about: { item, relation } })} />
    </section>
  );
}
