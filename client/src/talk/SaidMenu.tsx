import { useContext, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Menu, MenuItem } from '../parts/Menu';
import { mayRelease } from '../releases/mayRelease';
import { ReleaseDialog } from '../releases/ReleaseDialog';
import { RenderingContext } from '../renditions/rendering';
import type { Said } from '../session/view';
import type { Id } from '../wire/protocol';

interface Props {
  said: Said;
  /** Of a sitting: who sat there. */
  people: readonly Id[] | null;
  onAnswer?: ((said: Said) => void) | undefined;
}

/** What can be done with something said: answer it, render it, release it. */
export function SaidMenu({ said, people, onAnswer }: Props) {
  const { view } = useSession();
  const render = useContext(RenderingContext);
  const [releasing, setReleasing] = useState(false);
  const over = view.hall.phase === 'concluded';
  const renders = people !== null && view.self?.role === 'interpreter' && !over;
  const releases = people !== null && mayRelease(view, said, people) && !over;
  if (!onAnswer && !renders && !releases) return null;
  return (
    <span className="said-menu">
      <Menu button={<button type="button" className="quiet tiny" aria-label={t('said.more')}>⋯</button>}>
        {onAnswer && <MenuItem onSelect={() => onAnswer(said)}>{t('said.answer')}</MenuItem>}
        {renders && <MenuItem onSelect={() => render(said)}>{t('rendition.do')}</MenuItem>}
        {releases && <MenuItem onSelect={() => setReleasing(true)}>{t('release.do')}</MenuItem>}
      </Menu>
      {releasing && <ReleaseDialog said={said} onClose={() => setReleasing(false)} />}
    </span>
  );
}
