import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useUnsent } from '../app/useUnsent';
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
import { setup, standingOf } from './setup';

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
  const { manuscript, brackets } = useMemo(() => {
    const now = () => newest.current;
    const marks = disputed(() => now().hall.parties.map((party) => party.name), (name) => now().hall.parties.findIndex((party) => party.name === name));
    const who = (id: string) => personOf(now(), id);
    const carets = othersCarets((id) => nameOf(who(id).name), (id) => partyIndex(now(), who(id).party));
    return { manuscript: new Manuscript(line, draft.circle, person, [setup, marks.extension, carets]), brackets: marks.of };
  }, [line, draft.circle, person]);
  useEffect(() => {
    if (place.current) manuscript.open(place.current);
    return () => manuscript.close();
  }, [manuscript]);
  // another right to write, or another party, changes the editor and not what is in it
  useEffect(() => manuscript.change(standingOf(t('draft.text', { title: draft.title }), writes)), [manuscript, draft.title, names, writes]);
  useEffect(() => {
    if (draft.ended) manuscript.end();
  }, [manuscript, draft.ended]);
  const standing: Standing = useSyncExternalStore(manuscript.subscribe, manuscript.standing);
  const state = manuscript.view?.state;
  useUnsent('draft', manuscript.lost);
  const found = state ? brackets(state) : nothing;
  return { manuscript, standing, place, brackets: found, count: countOf(found), writes };
}
