import { useSession } from '../line/context';
import { t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partiesNamed } from '../people/names';
import type { Draft } from '../session/drafts';
import { partyIndex, personOf } from '../session/select';

/** Which wordings which parties can live with, and what one's own side says of passages. */
export function Remarks({ draft, text }: { draft: Draft; text: string }) {
  const { view } = useSession();
  if (draft.agreed.length + draft.comments.length === 0) return null;
  const wordings = [...new Set(draft.agreed.map((one) => one.words))];
  return (
    <details className="draft-versions draft-remarks">
      <summary>{t('draft.remarks')} <span className="count">{wordings.length + draft.comments.length}</span></summary>
      <ul>
        {wordings.map((words) => {
          const parties = draft.agreed.filter((one) => one.words === words).map((one) => one.party);
          return (
            <li key={words}>
              <blockquote className="draft-passage" dir="auto">{words}</blockquote>
              <p className="small"><strong>{t('draft.agreed', { names: partiesNamed(view, parties) })}</strong>{' '}
                <span className="soft">{text.includes(words) ? t('draft.agreed.stands') : t('draft.agreed.gone')}</span></p>
            </li>
          );
        })}
        {draft.comments.toReversed().map((one) => (
          <li key={one.key} data-party={partyIndex(view, personOf(view, one.by).party)}>
            {one.words && <blockquote className="draft-passage" dir="auto">{one.words}</blockquote>}
            <p className="draft-comment" lang={one.language} dir="auto">{one.text}</p>
            <p className="small soft">{t('draft.comment.by', { name: nameOf(personOf(view, one.by).name), when: when(one.at) })}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
