import { useState } from 'react';
import { BriefDialog } from '../briefings/BriefDialog';
import { InterpreterDialog } from '../interpreters/InterpreterDialog';
import { InterpretsFor } from '../interpreters/InterpretsFor';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { PersonLine } from '../people/PersonLine';
import { RemoveDialog } from '../people/RemoveDialog';
import { hasWithdrawn, holds, ownDelegation } from '../session/select';
import type { Id } from '../wire/protocol';
import { AuthoritiesDialog } from './AuthoritiesDialog';

/** One's own delegation: who holds which authority; a holder of `appoint` changes it. */
export function Members() {
  const { view } = useSession();
  const [editing, setEditing] = useState<Id | null>(null);
  const [assigning, setAssigning] = useState<Id | null>(null);
  const [removing, setRemoving] = useState<Id | null>(null);
  const [briefing, setBriefing] = useState<Id | null>(null);
  const appoints = holds(view, 'appoint');
  const briefs = holds(view, 'brief') && view.hall.phase !== 'concluded' && !hasWithdrawn(view, view.self?.party ?? null);
  return (
    <>
      <ul className="rows">
        {ownDelegation(view).map(({ person }) => (
          <li key={person} className="member">
            <PersonLine person={person} />
            <InterpretsFor person={person} />
            <p className="small soft">{authoritiesIn(view.authorities[person] ?? [])}</p>
            {(appoints || (briefs && person !== view.self?.person)) && (
              <div className="row">
                {appoints && <button type="button" className="tiny" onClick={() => setEditing(person)}>{t('authority.change')}</button>}
                {briefs && person !== view.self?.person && (
                  <button type="button" className="tiny" onClick={() => setBriefing(person)}>{t('briefing.open')}</button>
                )}
                {appoints && view.people[person]?.role === 'interpreter' && (
                  <button type="button" className="tiny" onClick={() => setAssigning(person)}>{t('interpreter.assign')}</button>
                )}
                {appoints && person !== view.self?.person && (
                  <button type="button" className="tiny danger" onClick={() => setRemoving(person)}>{t('remove.button')}</button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {editing && <AuthoritiesDialog person={editing} onClose={() => setEditing(null)} />}
      {assigning && <InterpreterDialog interpreter={assigning} onClose={() => setAssigning(null)} />}
      {briefing && <BriefDialog person={briefing} onClose={() => setBriefing(null)} />}
      {removing && <RemoveDialog person={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

const authoritiesIn = (held: readonly Parameters<typeof nameOfAuthority>[0][]): string =>
  held.length === 0 ? t('authority.none') : t('authority.holds', { what: list(held.map(nameOfAuthority)) });

const nameOfAuthority = (authority: import('../wire/protocol').Authority) => t(`authority.${authority}`);
