import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Statement } from '../session/statements';
import { ClearDialog } from './ClearDialog';
import { atTable, mayClear, mayDrop, mayWrite, progress, sideOf } from './clearing';
import { LanguageVersion } from './LanguageVersion';
import { forWhom, titleOf } from './names';
import { PublishDialog } from './PublishDialog';
import { appearance } from './time';

type Open = { what: 'publish' | 'withdraw' | 'drop' } | { what: 'clear'; language: string };

/** A statement on its way: how far it is, and what one may do with it. */
export function StatementCard({ statement, onEdit }: { statement: Statement; onEdit: () => void }) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { statement: id, kind, version, by, texts, relation, about, at } = statement;
  const title = titleOf(statement);
  const side = sideOf(view, statement);
  const whom = side ? forWhom(view, side) : '';
  const mediator = view.self?.role === 'mediator';
  const { given, of } = progress(view, statement);
  const ownGiven = side !== null && statement.cleared.some((one) => (one.party ?? null) === side.party && (one.person ?? null) === side.person);
  const earlier = view.feed?.items.find((one) => one.item === about);
  return (
    <article className="statement stack-tight" aria-label={title}>
      <p className="row small">
        <span className="tag strong">{t(`statement.kind.${kind}`)}</span>
        {relation && <span className="tag">{earlier ? t('statement.of', { relation: t(`statement.relation.${relation}`), title: titleOf(earlier) }) : t(`statement.relation.${relation}`)}</span>}
      </p>
      <h4 dir="auto" lang={texts[0]?.language}>{title}</h4>
      <p className="small soft">{t('statement.version', { version, name: nameOf(personOf(view, by).name) })}</p>
      {atTable(view) && (
        <p className="statement-progress" data-complete={given === of}>{given === of ? t('statement.complete') : t('statement.progress', { given, of })}</p>
      )}
      {at && <p className="statement-when">{t('statement.scheduled', appearance(at))}</p>}
      {texts.map((text) => (
        <LanguageVersion key={text.language} statement={statement} text={text} onClear={() => setOpen({ what: 'clear', language: text.language })} />
      ))}
      <Problem sentence={problem} />
      <div className="row statement-acts">
        {mediator && given === of && (
          <button type="button" className={at ? '' : 'primary'} onClick={() => setOpen({ what: 'publish' })}>{t(at ? 'statement.publish.again' : 'statement.publish')}</button>
        )}
        {mediator && at && (
          <button type="button" disabled={busy} aria-label={t('statement.hold.of', { title })} onClick={() => void act({ type: 'statement.hold', statement: id })}>{t('statement.hold')}</button>
        )}
        {ownGiven && mayClear(view, side) && <button type="button" onClick={() => setOpen({ what: 'withdraw' })}>{t('statement.unclear')}</button>}
        {mayWrite(view, kind) && kind !== 'procedural' && <button type="button" onClick={onEdit}>{t('statement.edit')}</button>}
        {mayDrop(view, statement) && <button type="button" className="danger" onClick={() => setOpen({ what: 'drop' })}>{t('statement.drop')}</button>}
      </div>
      {open?.what === 'clear' && side && <ClearDialog statement={statement} language={open.language} side={side} onClose={close} />}
      {open?.what === 'publish' && <PublishDialog statement={statement} onClose={close} />}
      {open?.what === 'withdraw' && (
        <ConfirmDialog
          title={t('statement.unclear.title', { whom })} lead={t(at ? 'statement.unclear.leadScheduled' : 'statement.unclear.lead', { title })}
          yes={t('statement.unclear.do')} command={{ type: 'clearance.withdraw', statement: id }} onClose={close}
        />
      )}
      {open?.what === 'drop' && (
        <ConfirmDialog title={t('statement.drop.title', { title })} lead={t('statement.drop.lead')} yes={t('statement.drop.do')}
          command={{ type: 'statement.drop', statement: id }} onClose={close} />
      )}
    </article>
  );
}
