import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { clean } from './clean';
import { markdown } from './markdown';

/** Everything of an editor but what is disputed and who else writes. Tab leaves it, as everywhere: the keyboard is never caught. */
export const setup = (label: string, mayWrite: boolean): Extension => [
  history(),
  drawSelection(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', 'aria-multiline': 'true', dir: 'auto' }),
  mayWrite ? [] : EditorView.editable.of(false),
  markdown,
  clean,
];
