import { useSession } from '../line/context';
import { languageName, t, whenInFull } from '../messages';
import { nameOf } from '../people/PersonLine';
import { peopleNamed } from '../people/names';
import { currentSitting, partyIndex, partyName, personOf } from '../session/select';
import type { SessionView, Sitting } from '../session/view';
import { snippet } from './folding';
import { type Found, grouped, type Hit, type Place } from './hits';
import type { Asked } from './useSearch';
import { useSeats } from './useSeats';

interface Props {
  asked: Asked;
  onShow: (place: Place, sitting: Sitting | null, from: HTMLElement) => void;
}

/** What was found, sitting by sitting: where, with whom, when; then who said it, and the words. */
export function Results({ asked, onShow }: Props) {
  const groups = grouped(asked.hits);
  const seats = useSeats(groups.filter((group) => group.kind === 'sitting').map((group) => group.circle));
  return (
    <div className="found">
      {groups.map((group) => {
        const sitting = seats.get(group.circle) ?? null;
        return (
          <section key={group.circle} className="found-group">
            <Head group={group} sitting={sitting} />
            <ul>
              {group.hits.map((hit) => (
                <FoundLine key={hit.key} hit={hit} words={asked.words} onShow={(from) => hit.place && onShow(hit.place, sitting, from)} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Head({ group, sitting }: { group: Found; sitting: Sitting | null }) {
  const { view } = useSession();
  if (group.kind !== 'sitting') return <h3>{circleName(group)}</h3>;
  if (!sitting) return <h3>{t('search.sittingUnknown')}</h3>;
  return (
    <>
      <h3>
        {sitting.name}
        {currentSitting(view)?.sitting === sitting.sitting && <span className="tag strong">{t('search.now')}</span>}
      </h3>
      <p className="small soft"><time dateTime={sitting.at}>{whenInFull(sitting.at)}</time></p>
      <p className="small soft">{t('search.sat', { names: peopleNamed(view, sitting.people) })}</p>
    </>
  );
}

/** What a circle is called that is no sitting. */
export function circleName({ kind }: Pick<Found, 'kind'>): string {
  switch (kind) {
    case 'party': return t('delegation.talk');
    case 'bench': return t('search.bench');
    case 'hall': return t('search.hall');
    default: return t('search.person');
  }
}

function FoundLine({ hit, words, onShow }: { hit: Hit; words: readonly string[]; onShow: (from: HTMLElement) => void }) {
  const { view } = useSession();
  const party = hit.how === 'released' ? hit.by : personOf(view, hit.by).party;
  const who = whoOf(view, hit);
  return (
    <li className="found-line" data-party={partyIndex(view, party)}>
      <p className="said-by">
        <span className="said-name">{who}</span>
        <span className="said-side">{how(hit)}</span>
        <time dateTime={hit.at}>{whenInFull(hit.at)}</time>
      </p>
      <p className="found-text" dir="auto" lang={hit.language}>
        {snippet(hit.text, words, hit.place === null).map((part, at) => (part.found ? <mark key={at}>{part.text}</mark> : part.text))}
      </p>
      {hit.place && (
        <button type="button" className="tiny" aria-label={`${t('search.show')}: ${t('search.by', { name: who, time: whenInFull(hit.at) })}`} onClick={(event) => onShow(event.currentTarget)}>
          {t('search.show')}
        </button>
      )}
    </li>
  );
}

const whoOf = (view: SessionView, hit: Hit): string => {
  if (hit.how === 'released') return partyName(view, hit.by);
  return hit.by === view.self?.person ? t('people.youBegin') : nameOf(personOf(view, hit.by).name);
};

function how(hit: Hit): string {
  switch (hit.how) {
    case 'rendered': return t('search.rendered', { language: languageName(hit.language) });
    case 'released': return t('search.released');
    case 'word': return t('search.word');
    default: return '';
  }
}
