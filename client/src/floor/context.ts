import { createContext, useContext } from 'react';
import type { Floor } from './useFloor';

export const FloorContext = createContext<Floor | null>(null);

/** The floor, for the places and chips on it. */
export function useTheFloor(): Floor {
  const floor = useContext(FloorContext);
  if (!floor) throw new Error('no floor here');
  return floor;
}
