import { useEffect, useRef } from 'react';
import { hold, type Holder } from './leaving';

/** Words that are here and nowhere else: whoever would leave them is asked before. */
export function useUnsent(kind: Holder['kind'], count: number): void {
  const now = useRef(count);
  now.current = count;
  useEffect(() => hold({ kind, count: () => now.current }), [kind]);
}
