import { type ReactNode, useState } from 'react';
import type { Said } from '../session/view';
import { RenditionDialog } from './RenditionDialog';
import { RenderingContext } from './rendering';

/** Where an interpreter renders, whatever becomes of the sitting in which it was said. */
export function Rendering({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  return (
    <RenderingContext.Provider value={setSaid}>
      {children}
      {said && <RenditionDialog said={said} onClose={() => setSaid(null)} />}
    </RenderingContext.Provider>
  );
}
