import { useSession } from '../line/context';
import { t, when } from '../messages';
import { nameOf } from '../people/PersonLine';
import { partyIndex, partyName, personOf } from '../session/select';
import type { Said } from '../session/view';

/** One thing said, with who said it and for whom he speaks. */
export function SaidLine({ said, own, goesOn }: { said: Said; own: boolean; goesOn: boolean }) {
  const { view } = useSession();
  const who = personOf(view, said.by);
  const side = who.party === null ? t(`role.${who.role}`) : partyName(view, who.party);
  return (
    <li className="said" data-own={own} data-goes-on={goesOn} data-party={partyIndex(view, who.party)}>
      <p className={goesOn ? 'unseen' : 'said-by'}>
        <span className="said-name">{own ? t('people.youBegin') : nameOf(who.name)}</span>
        <span className="said-side">{side}</span>
        <time dateTime={said.at}>{when(said.at)}</time>
      </p>
      <p className="said-text" dir="auto" lang={said.language}>{said.text}</p>
      {said.rule === 'disclosableUnlessMarked' && !goesOn && <p className="said-rule small">{t('rule.disclosableUnlessMarked.short')}</p>}
    </li>
  );
}
