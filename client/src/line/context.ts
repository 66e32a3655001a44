import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Id } from '../wire/protocol';
import type { Line, LineSnapshot } from './line';

/** What a page needs of a line; the fixtures of tests give the same. */
export type SessionLine = Pick<Line, 'snapshot' | 'subscribe' | 'do' | 'preview' | 'read' | 'sittings' | 'search' | 'type' | 'tryNow' | 'previewDraft' | 'compareDrafts'> & { session: Id; drafts: Pick<Line['drafts'], 'follow' | 'edit' | 'caret' | 'anew'> };

export const LineContext = createContext<SessionLine | null>(null);

/** The line of the session on screen. */
export function useLine(): SessionLine {
  const line = useContext(LineContext);
  if (!line) throw new Error('no session here');
  return line;
}

/** The session as it is now, and what one can do in it. */
export function useSession(): LineSnapshot & SessionLine {
  const line = useLine();
  const now = useSyncExternalStore(line.subscribe, line.snapshot);
  return { ...line, ...now };
}
