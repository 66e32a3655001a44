import { useState } from 'react';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { newId } from '../wire/ids';

/** Adds a party while the session is prepared. */
export function AddParty() {
  const { act, busy, problem } = useAct();
  const [name, setName] = useState('');
  const add = async () => {
    const reply = await act({ type: 'party.add', party: newId(), name: name.trim() });
    if (reply.ok) setName('');
  };
  return (
    <form className="sheet stack" onSubmit={(e) => { e.preventDefault(); void add(); }}>
      <h2>{t('addParty.title')}</h2>
      <Field label={t('addParty.name')}>{(ids) => <input {...ids} required value={name} onInput={(e) => setName(e.currentTarget.value)} />}</Field>
      <Problem sentence={problem} />
      <div><button type="submit" disabled={busy || name.trim() === ''}>{t('addParty.button')}</button></div>
    </form>
  );
}
