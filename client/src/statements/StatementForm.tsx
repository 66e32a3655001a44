import { useState } from 'react';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { Several } from '../parts/Several';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import type { Item } from '../session/statements';
import { useLanguage } from '../talk/useLanguage';
import { newId } from '../wire/ids';
import type { Id } from '../wire/protocol';
import type { StatementKind, StatementRelation } from '../wire/statements';
import { FromDraft } from './FromDraft';
import { factOf, kindsNow, needed } from './clearing';
import { nameOfSide, titleOf } from './names';
import { draftsOf, isWhole, TextFields, textsOf, withText } from './TextFields';

interface Props {
  /** What it corrects or takes back. */
  about: { item: Item; relation: StatementRelation } | null;
  onDone: () => void;
}

/** Puts a text before those who must clear it; they stand under it by name before it is put. */
export function StatementForm({ about, onDone }: Props) {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const { offered } = useLanguage();
  const kinds = kindsNow(view, about?.item ?? null);
  const [chosen, setKind] = useState<StatementKind | null>(null);
  const kind = kinds.find((one) => one === chosen) ?? kinds[0];
  const [drafts, setDrafts] = useState(() => draftsOf(
    about?.item.texts.map((one) => (about.relation === 'retraction' ? { ...one, text: '' } : one)) ?? [{ language: offered[0] ?? 'en', title: '', text: '' }]));
  const [authors, setAuthors] = useState<readonly Id[]>([]);
  const [names, setNames] = useState<readonly Id[]>([]);
  const guests = Object.values(view.people).filter((one) => one.role === 'nonParty' && view.hall.guests[one.person] !== undefined);
  const gone = view.hall.parties.filter((one) => one.withdrawn);
  const fact = kind === 'procedural' ? factOf(view.hall.phase) : null;
  const texts = fact ? [] : textsOf(drafts);
  const ready = kind !== undefined && (fact !== null || isWhole(texts));
  const put = async () => {
    if (!kind || !ready) return;
    const reply = await act({
      type: 'statement.put', statement: newId(), kind, texts, authors: [...authors], names: [...names], ...(fact ? { fact } : {}),
      ...(about ? { relation: about.relation, about: about.item.item } : {}),
    });
    if (reply.ok) onDone();
  };
  const title = about ? t(`statement.writing.${about.relation}`, { title: titleOf(about.item) }) : t('statement.write');
  return (
    <form className="stack statement-form" aria-label={title} onSubmit={(e) => { e.preventDefault(); void put(); }}>
      <h3>{title}</h3>
      {about && <p className="small soft">{t(`statement.writing.${about.relation}.lead`)}</p>}
      <Field label={t('statement.kind')} {...(kind ? { hint: t(`statement.kind.${kind}.means`) } : {})}>
        {(ids) => (
          <select {...ids} value={kind} onChange={(e) => setKind(e.currentTarget.value as StatementKind)}>
            {kinds.map((one) => <option key={one} value={one}>{t(`statement.kind.${one}`)}</option>)}
          </select>
        )}
      </Field>
      {fact ? <p>{t(`statement.fact.${fact}`)}</p> : (
        <>
          {about?.relation !== 'retraction' && <FromDraft onTaken={(title, text) => setDrafts(withText(drafts, { title, text }, offered))} />}
          <TextFields drafts={drafts} offered={offered} onDrafts={setDrafts} />
        </>
      )}
      <Several label={t('statement.authors')} hint={t('statement.authors.hint')} chosen={authors} onChosen={setAuthors}
        of={guests.map(({ person, name }) => ({ id: person, name: nameOf(name) }))} />
      <Several label={t('statement.names')} hint={t('statement.names.hint')} chosen={names} onChosen={setNames}
        of={gone.map(({ party, name }) => ({ id: party, name }))} />
      <p className="small">{t('statement.needs', { names: list(needed(view, { texts, authors, names }).map((side) => nameOfSide(view, side))) })}</p>
      <Problem sentence={problem} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy || !ready}>{t('statement.put')}</button>
        <button type="button" onClick={onDone}>{t('form.cancel')}</button>
      </div>
    </form>
  );
}
