import { Runs } from '../parts/Runs';
import { directionOf } from '../statements/direction';
import { redline } from './redline';

/** A text with what came and went since an earlier one. */
export function Redline({ before, after, language }: { before: string; after: string; language: string }) {
  return <p className="proposal-words" lang={language} dir={directionOf(language)}><Runs runs={redline(before, after)} /></p>;
}
