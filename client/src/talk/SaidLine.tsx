import type { Ref } from 'react';
import { SaidFiles } from '../files/SaidFiles';
import { useSession } from '../line/context';
import { list, t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partyIndex, partyName, personOf } from '../session/select';
import type { Rendition, Said, SessionView } from '../session/view';
import type { Id } from '../wire/protocol';
import { Renditions } from '../renditions/Renditions';
import { begins } from './Answering';
import { ReleasedLine, ReleaseMadeLine } from './ReleasedLine';
import { SaidMenu } from './SaidMenu';

const answerTo = (view: SessionView, said: Said): string =>
  t('said.answers', { name: said.released ? partyName(view, said.released.source) : nameOf(personOf(view, said.by).name), text: begins(said.text) });

interface Props {
  said: Said;
  own: boolean;
  goesOn: boolean;
  /** What it answers; `earlier`: that is not on screen. */
  answers: Said | 'earlier' | null;
  renditions: readonly Rendition[];
  people: readonly Id[] | null;
  onAnswer?: ((said: Said) => void) | undefined;
  /** It is what one was looking for. */
  sought?: Ref<HTMLLIElement> | undefined;
}

/** One thing said, with who said it and for whom he speaks. */
export function SaidLine({ said, own, goesOn, answers, renditions, people, onAnswer, sought }: Props) {
  const { view } = useSession();
  if (said.made) return <ReleaseMadeLine said={said} made={said.made} />;
  if (said.released) return <ReleasedLine said={said} released={said.released} sought={sought} />;
  const who = personOf(view, said.by);
  const side = who.party === null ? t(`role.${who.role}`) : partyName(view, who.party);
  return (
    <li className="said" {...(sought ? { ref: sought, tabIndex: -1, 'aria-current': 'location' } : {})} data-own={own} data-goes-on={goesOn} data-party={partyIndex(view, who.party)}>
      <p className={goesOn ? 'unseen' : 'said-by'}>
        <span className="said-name">{own ? t('people.youBegin') : nameOf(who.name)}</span>
        <span className="said-side">{side}</span>
        <time dateTime={said.at}>{when(said.at)}</time>
      </p>
      {answers && <p className="said-answers small soft" dir="auto">{answers === 'earlier' ? t('said.answersEarlier') : answerTo(view, answers)}</p>}
      {said.text !== '' && <p className="said-text" dir="auto" lang={said.language}>{said.text}</p>}
      <SaidFiles files={said.files} />
      {said.filesLeft && said.filesLeft.length > 0 && <p className="small soft" dir="auto">{t('briefing.filesLeft', { names: list(said.filesLeft) })}</p>}
      {said.marked && <p className="said-marked small">{t('said.marked')}</p>}
      <Renditions renditions={renditions} />
      <SaidMenu said={said} people={people} onAnswer={onAnswer} />
      {said.rule === 'disclosableUnlessMarked' && !goesOn && <p className="said-rule small">{t('rule.disclosableUnlessMarked.short')}</p>}
    </li>
  );
}
