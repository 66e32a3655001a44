import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { clean } from './clean';
import { markdown } from './markdown';
import { scripts } from './scripts';

/** Everything of an editor but what is disputed and who else writes. Tab comes to it, also of whoever only reads, and leaves it: the keyboard is never
 *  caught. */
export const setup = (label: string, mayWrite: boolean): Extension => [
  history(),
  drawSelection(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  scripts,
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', 'aria-multiline': 'true', dir: 'auto', tabindex: '0' }),
  mayWrite ? [] : EditorView.editable.of(false),
  markdown,
  clean,
];
