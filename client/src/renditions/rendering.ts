import { createContext } from 'react';
import type { Said } from '../session/view';

/** Begins to render what was said. What is written for it outlives the sitting on screen: the company may change while one writes. */
export const RenderingContext = createContext<(said: Said) => void>(() => undefined);
