import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { newId } from '../wire/ids';

/** Adds a party while the session is prepared; proposes it afterwards. */
export function AddParty() {
  const { view } = useSession();
  const later = view.hall.phase !== 'preparing';
  const { act, busy, problem } = useAct();
  const [name, setName] = useState('');
  const add = async () => {
    const reply = await act({ type: 'party.add', party: newId(), name: name.trim() });
    // what is typed meanwhile is kept
    if (reply.ok) setName((now) => (now === name ? '' : now));
  };
  return (
    <form className="sheet stack" onSubmit={(e) => { e.preventDefault(); void add(); }}>
      <h2>{t('addParty.title')}</h2>
      {later && <p className="small soft">{t('addParty.later')}</p>}
      <Field label={t('addParty.name')}>{(ids) => <input {...ids} required value={name} onInput={(e) => setName(e.currentTarget.value)} />}</Field>
      <Problem sentence={problem} />
      <div><button type="submit" disabled={busy || name.trim() === ''}>{t(later ? 'addParty.propose' : 'addParty.button')}</button></div>
    </form>
  );
}
