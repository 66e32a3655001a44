import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { newId } from '../wire/ids';
import { type Role, roles } from '../wire/protocol';

const ofAParty: readonly Role[] = ['head', 'agent', 'counsel', 'adviser', 'expert'];
const offered = roles.filter((role) => role !== 'secretariat');

/** Registers a person: name, role and, where the role has one, the party. */
export function AddPerson() {
  const { view } = useSession();
  const { act, busy, problem } = useAct();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('head');
  const [party, setParty] = useState('');
  const needsParty = ofAParty.includes(role);
  const mayHaveParty = needsParty || role === 'interpreter';
  /** Who needs no party is given none that was chosen for somebody before: he would sit in a delegation unnoticed. */
  const choose = (next: Role) => {
    setRole(next);
    if (!ofAParty.includes(next)) setParty('');
  };
  const add = async () => {
    const reply = await act({ type: 'person.register', person: newId(), name: name.trim(), role, ...(mayHaveParty && party ? { party } : {}) });
    if (reply.ok) setName((now) => (now === name ? '' : now));
  };
  return (
    <form className="sheet stack" onSubmit={(e) => { e.preventDefault(); void add(); }}>
      <h2>{t('addPerson.title')}</h2>
      <Field label={t('addPerson.name')}>{(ids) => <input {...ids} required autoComplete="off" value={name} onInput={(e) => setName(e.currentTarget.value)} />}</Field>
      <Field label={t('addPerson.role')}>
        {(ids) => (
          <select {...ids} value={role} onChange={(e) => choose(e.currentTarget.value as Role)}>
            {offered.map((one) => <option key={one} value={one}>{t(`role.${one}`)}</option>)}
          </select>
        )}
      </Field>
      {mayHaveParty && (
        <Field label={t('addPerson.party')}>
          {(ids) => (
            <select {...ids} required={needsParty} value={party} onChange={(e) => setParty(e.currentTarget.value)}>
              <option value="">{t(needsParty ? 'addPerson.choose' : 'addPerson.noParty')}</option>
              {view.hall.parties.map((one) => <option key={one.party} value={one.party}>{one.name}</option>)}
            </select>
          )}
        </Field>
      )}
      {role === 'mediator' && view.hall.phase !== 'preparing' && <p className="caution small">{t('addPerson.mediatorLater')}</p>}
      <Problem sentence={problem} />
      <div><button type="submit" disabled={busy || name.trim() === '' || (needsParty && party === '')}>{t('addPerson.button')}</button></div>
    </form>
  );
}
