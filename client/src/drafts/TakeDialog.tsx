import { useEffect, useState } from 'react';
import { useLine, useSession } from '../line/context';
import { list, t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { Problem, sentenceOf } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { peopleNamed } from '../people/names';
import type { Draft, FrozenVersion } from '../session/drafts';
import type { TakeDraft, TakenText } from '../wire/drafts';
import { newId } from '../wire/ids';
import { audiences } from './may';

/** A frozen version to other people: one sees exactly the text that they get, and who they are, before they do. */
export function TakeDialog({ draft, version, onClose }: { draft: Draft; version: FrozenVersion; onClose: () => void }) {
  const line = useLine();
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const offered = audiences(view);
  const [id] = useState(newId);
  const [circle, setCircle] = useState(offered[0]?.circle ?? '');
  const [title, setTitle] = useState(draft.title);
  const [attributed, setAttributed] = useState<readonly number[]>([]);
  const [taken, setTaken] = useState<TakenText | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const ask = (): TakeDraft => ({ type: 'draft.take', draft: id, title: title.trim() || draft.title, from: version.circle, offset: version.offset, for: circle, attributed: [...attributed] });
  useEffect(() => {
    let here = true;
    setTaken(null);
    setRefused(null);
    void line.previewDraft(ask()).then((reply) => {
      if (!here) return;
      if (reply?.ok) setTaken(reply.taken);
      else setRefused(reply ? sentenceOf(reply.refusal) : t('problem.noAnswer'));
    });
    return () => {
      here = false;
    };
    // the title is no part of what is confirmed
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [line, circle, attributed]);
  const take = async () => {
    if (!taken) return;
    const reply = await act({ ...ask(), confirm: taken.confirm });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open title={t('draft.take.title', { number: version.number, title: draft.title })} lead={t('draft.take.lead')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void take(); }}>
        <Field label={t('draft.name')}>
          {(ids) => <input {...ids} required maxLength={200} value={title} onInput={(e) => setTitle(e.currentTarget.value)} />}
        </Field>
        <Field label={t('draft.for')}>
          {(ids) => (
            <select {...ids} value={circle} onChange={(e) => setCircle(e.currentTarget.value)}>
              {offered.map((one) => <option key={one.circle} value={one.circle}>{t(`draft.for.${one.kind}`, { name: one.name })}</option>)}
            </select>
          )}
        </Field>
        {taken && taken.brackets.length > 0 && (
          <fieldset className="choices">
            <legend>{t('draft.take.names')}</legend>
            <p className="small soft">{t('draft.take.names.hint')}</p>
            {taken.brackets.map((one) => (
              <label key={one.start} className="check">
                <input type="checkbox" checked={attributed.includes(one.start)}
                  onChange={(e) => setAttributed(e.currentTarget.checked ? [...attributed, one.start] : attributed.filter((start) => start !== one.start))} />
                <span>{list(one.from)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Problem sentence={problem ?? refused} />
        {taken && (
          <>
            <p>{t('draft.take.people', { names: peopleNamed(view, taken.people) })}</p>
            <article className="statement-whole draft-taken" tabIndex={0} dir="auto" aria-label={t('draft.take.text')}>{taken.text}</article>
          </>
        )}
        <div className="buttons">
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
          <button type="submit" className="primary" disabled={busy || !taken}>{t('draft.take.do')}</button>
        </div>
      </form>
    </Dialog>
  );
}
