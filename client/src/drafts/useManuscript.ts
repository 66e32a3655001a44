import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useLine, useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import type { Draft } from '../session/drafts';
import { partyIndex, personOf } from '../session/select';
import { type Brackets, countOf } from './brackets';
import { othersCarets } from './carets';
import { disputed } from './disputed';
import { Manuscript, type Standing } from './manuscript';
import { mayWrite } from './may';
import { setup } from './setup';

const nothing: Brackets = { open: [], stray: [] };

/** A draft in an editor, as long as it is on screen. */
export function useManuscript(draft: Draft) {
  const line = useLine();
  const { view } = useSession();
  const newest = useRef(view);
  newest.current = view;
  const place = useRef<HTMLDivElement>(null);
  const names = view.hall.parties.map((party) => party.name).join('\n');
  const writes = mayWrite(view, draft);
  const person = view.self?.person ?? '';
  // another right to write, or another party, is another editor; what is not stored is sent first
  const { manuscript, brackets } = useMemo(() => {
    const now = () => newest.current;
    const parties = names === '' ? [] : names.split('\n');
    const side = (name: string) => now().hall.parties.findIndex((party) => party.name === name);
    const marks = disputed(parties, side);
    const who = (id: string) => personOf(now(), id);
    const carets = othersCarets((id) => nameOf(who(id).name), (id) => partyIndex(now(), who(id).party));
    return {
      manuscript: new Manuscript(line, draft.circle, person, [setup(t('draft.text', { title: draft.title }), writes), marks.extension, carets]),
      brackets: marks.of,
    };
  }, [line, draft.circle, draft.title, person, names, writes]);
  useEffect(() => {
    if (place.current) manuscript.open(place.current);
    return () => manuscript.close();
  }, [manuscript]);
  const standing: Standing = useSyncExternalStore(manuscript.subscribe, manuscript.standing);
  const state = manuscript.view?.state;
  const found = state ? brackets(state) : nothing;
  return { manuscript, standing, place, brackets: found, count: countOf(found), writes };
}
