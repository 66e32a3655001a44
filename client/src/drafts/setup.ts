import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { clean } from './clean';
import { markdown } from './markdown';
import { scripts } from './scripts';

/** What of an editor stays as it is, without what is disputed and who else writes. The keyboard is never caught: Tab leaves it. */
export const setup: Extension = [
  history(),
  drawSelection(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  scripts,
  EditorView.contentAttributes.of({ spellcheck: 'true', 'aria-multiline': 'true', dir: 'auto', tabindex: '0' }),
  markdown,
  clean,
];

/** What of it changes with the name of the draft and with who may write in it. Tab comes to it also of whoever only reads. */
export const standingOf = (label: string, mayWrite: boolean): Extension => [
  EditorView.contentAttributes.of({ 'aria-label': label }),
  mayWrite ? [] : EditorView.editable.of(false),
];
