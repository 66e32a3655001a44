import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { holds, partyName, personOf } from '../session/select';
import type { Id } from '../wire/protocol';

/** Objections that are not decided: a mediator decides them, the party that objects can withdraw its own. */
export function Objections() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [sustaining, setSustaining] = useState<{ person: Id; party: Id } | null>(null);
  const { objections } = view.hall;
  const own = view.self?.party ?? null;
  const seen = view.bench ? objections : objections.filter((one) => one.party === own);
  if (seen.length === 0) return null;
  const name = (person: Id) => nameOf(personOf(view, person).name);
  const reason = (key: string) => (view.reasons[key] === undefined ? t('objection.before') : view.reasons[key] || t('objection.none'));
  return (
    <section className="caution stack" aria-label={t('objection.title')}>
      {seen.map(({ person, party }) => (
        <div key={`${person}/${party}`} className="row spread">
          <div>
            <p>{t('objection.by', { party: partyName(view, party), name: name(person) })}</p>
            <p className="small soft" dir="auto">{reason(`${person}/${party}`)}</p>
          </div>
          {view.bench ? (
            <div className="row">
              <button type="button" disabled={busy} onClick={() => void act({ type: 'objection.decide', person, party, sustained: false })}>{t('objection.overrule')}</button>
              <button type="button" className="danger" onClick={() => setSustaining({ person, party })}>{t('objection.sustain')}</button>
            </div>
          ) : (holds(view, 'accept') || holds(view, 'appoint')) && (
            <button type="button" disabled={busy} onClick={() => void act({ type: 'objection.withdraw', person })}>{t('objection.withdraw')}</button>
          )}
        </div>
      ))}
      <Problem sentence={problem} />
      {sustaining && (
        <ConfirmDialog
          title={t('objection.sustain.title', { name: name(sustaining.person) })}
          lead={t('objection.sustain.lead', { name: name(sustaining.person) })}
          yes={t('objection.sustain.do', { name: name(sustaining.person) })}
          command={{ type: 'objection.decide', ...sustaining, sustained: true }}
          onClose={() => setSustaining(null)}
        />
      )}
    </section>
  );
}
