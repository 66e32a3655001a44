import { useState } from 'react';
import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { Digest } from '../parts/Digest';
import { Menu, MenuItem } from '../parts/Menu';
import { Problem } from '../parts/Problem';
import { useAct } from '../parts/useAct';
import { nameOf } from '../people/PersonLine';
import { partiesNamed } from '../people/names';
import type { Draft, FrozenVersion } from '../session/drafts';
import { personOf } from '../session/select';
import { Dots } from '../floor/Dots';
import { CompareDialog } from './CompareDialog';
import { audiences, mayRelease, mayWrite } from './may';
import { TableDialog } from './TableDialog';
import { mayTable } from './tabled';
import { TakeDialog } from './TakeDialog';

type Doing = { what: 'compare' | 'take' | 'table'; version: FrozenVersion };

/** What was frozen: number, day, who, how many brackets, and the hash that names exactly this text. */
export function Versions({ draft }: { draft: Draft }) {
  const { view } = useSession();
  const { act, problem } = useAct();
  const [doing, setDoing] = useState<Doing | null>(null);
  if (draft.frozen.length === 0) return <p className="small soft">{t('draft.versions.none')}</p>;
  return (
    <details className="draft-versions">
      <summary>{t('draft.versions', { count: draft.frozen.length })}</summary>
      <Problem sentence={problem} />
      <ol>
        {draft.frozen.toReversed().map((version) => (
          <li key={version.number}>
            <div className="row spread">
              <span>
                <strong>{t('draft.version', { number: version.number })}</strong>{' '}
                {version.clean !== null
                  ? <span className="tag good">{t('draft.version.clean')}</span>
                  : <span className="tag">{version.brackets === 0 ? t('draft.version.open.none') : t('draft.brackets', { count: version.brackets })}</span>}
              </span>
              <Menu button={<button type="button" className="quiet" aria-label={t('draft.version.more', { number: version.number })}><Dots /></button>}>
                <MenuItem onSelect={() => setDoing({ what: 'compare', version })}>{t('draft.compare')}</MenuItem>
                {audiences(view).length > 0 && <MenuItem onSelect={() => setDoing({ what: 'take', version })}>{t('draft.take')}</MenuItem>}
                {mayTable(view) && <MenuItem onSelect={() => setDoing({ what: 'table', version })}>{t('draft.propose')}</MenuItem>}
                {version.brackets === 0 && version.clean === null && mayWrite(view, draft) && (
                  <MenuItem onSelect={() => void act({ type: 'version.markClean', circle: version.circle, number: version.number })}>{t('draft.version.markClean')}</MenuItem>
                )}
                {mayRelease(view, draft, version) && (
                  <MenuItem onSelect={() => void act({ type: 'version.release', circle: version.circle, number: version.number })}>{t('draft.release')}</MenuItem>
                )}
              </Menu>
            </div>
            <p className="small soft">{t('draft.version.by', { name: nameOf(personOf(view, version.by).name), when: whenInFull(version.at) })}</p>
            {version.clean !== null && <p className="small">{t('draft.version.clean.by', { name: nameOf(personOf(view, version.clean).name) })}</p>}
            {version.released.length > 0 && <p className="small">{t('draft.released', { names: partiesNamed(view, version.released) })}</p>}
            <Digest of={version.hash} />
          </li>
        ))}
      </ol>
      {doing?.what === 'compare' && <CompareDialog draft={draft} version={doing.version} onClose={() => setDoing(null)} />}
      {doing?.what === 'table' && <TableDialog one={{ draft, version: doing.version }} onClose={() => setDoing(null)} />}
      {doing?.what === 'take' && <TakeDialog draft={draft} version={doing.version} onClose={() => setDoing(null)} />}
    </details>
  );
}
