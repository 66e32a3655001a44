import type { EditorView } from '@codemirror/view';
import { redo, undo } from '@codemirror/commands';
import { Toolbar as Radix } from 'radix-ui';
import { t } from '../messages';
import { type Brackets, nextFrom, previousFrom } from './brackets';
import { type Tool, tools, use } from './tools';

interface Props {
  view: () => EditorView | null;
  brackets: () => Brackets;
  party: string;
  count: number;
  writes: boolean;
}

const signs: Record<Tool, string> = { heading: 'H', strong: 'B', em: 'I', list: '•', numbers: '№', table: '▦', bracket: '[ ]' };

/** What can be done to the words, and the way from one bracket to the next. One stop for the keyboard, arrows within it. */
export function Toolbar({ view, brackets, party, count, writes }: Props) {
  const go = (where: typeof nextFrom) => {
    const editor = view();
    const at = editor && where(brackets(), editor.state.selection.main.head);
    if (!editor || at === null) return;
    editor.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    editor.focus();
  };
  const act = (what: (editor: EditorView) => void) => {
    const editor = view();
    if (editor) what(editor);
  };
  return (
    <Radix.Root className="draft-tools" aria-label={t('draft.tools')}>
      {writes && tools.map((tool) => (
        <Radix.Button key={tool} className={`draft-tool tool-${tool}`} aria-label={t(`draft.tool.${tool}`)} title={t(`draft.tool.${tool}`)}
          onClick={() => act((editor) => use(tool, editor, party))}><span aria-hidden="true">{signs[tool]}</span></Radix.Button>
      ))}
      {writes && <>
        <Radix.Button className="draft-tool" aria-label={t('draft.undo')} title={t('draft.undo')} onClick={() => act((editor) => void undo(editor))}><span aria-hidden="true">↶</span></Radix.Button>
        <Radix.Button className="draft-tool" aria-label={t('draft.redo')} title={t('draft.redo')} onClick={() => act((editor) => void redo(editor))}><span aria-hidden="true">↷</span></Radix.Button>
        <Radix.Separator className="draft-rule" />
      </>}
      <Radix.Button className="draft-tool" aria-label={t('draft.bracket.previous')} title={t('draft.bracket.previous')} disabled={count === 0} onClick={() => go(previousFrom)}><span aria-hidden="true">↑</span></Radix.Button>
      <span className="draft-count" role="status" data-clean={count === 0}>{count === 0 ? t('draft.clean') : t('draft.brackets', { count })}</span>
      <Radix.Button className="draft-tool" aria-label={t('draft.bracket.next')} title={t('draft.bracket.next')} disabled={count === 0} onClick={() => go(nextFrom)}><span aria-hidden="true">↓</span></Radix.Button>
    </Radix.Root>
  );
}
