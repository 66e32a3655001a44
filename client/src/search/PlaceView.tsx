import { useEffect, useRef } from 'react';
import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { Problem } from '../parts/Problem';
import { Company } from '../people/Company';
import type { Sitting } from '../session/view';
import { goesOn } from '../talk/Conversation';
import { SaidLine } from '../talk/SaidLine';
import type { Place } from './hits';
import { circleName } from './Results';
import { usePlace } from './usePlace';

/** What was found, where it was said: with who sat there, and what was said before and after. */
export function PlaceView({ place, sitting, onBack }: { place: Place; sitting: Sitting | null; onBack: () => void }) {
  const { view } = useSession();
  const { talk, renditions, canBefore, canAfter, busy, problem, before, after } = usePlace(place);
  const sought = useRef<HTMLLIElement>(null);
  const there = talk.some((said) => said.offset === place.offset);
  useEffect(() => {
    sought.current?.scrollIntoView?.({ block: 'center' });
    sought.current?.focus();
  }, [there]);
  const kind = view.circles[place.circle]?.kind ?? (sitting ? 'sitting' : 'bench');
  return (
    <section className="place-view stack" aria-label={t('search.place')} aria-busy={busy}>
      <button type="button" className="tiny place-back" onClick={onBack}>{t('search.back')}</button>
      {sitting ? (
        <header>
          <h3>{sitting.name}</h3>
          <p className="small soft"><time dateTime={sitting.at}>{whenInFull(sitting.at)}</time></p>
          <Company people={sitting.people} companions={sitting.companions} />
        </header>
      ) : <h3>{circleName({ kind })}</h3>}
      {canBefore && <button type="button" disabled={busy} onClick={() => void before()}>{t('search.before')}</button>}
      <Problem sentence={problem} />
      <ol className="place-lines">
        {talk.map((said, at) => (
          <SaidLine
            key={said.offset}
            said={said}
            own={said.by === view.self?.person}
            goesOn={said.offset !== place.offset && goesOn(talk[at - 1], said)}
            answers={said.replyTo === null ? null : (talk.find((one) => one.offset === said.replyTo) ?? 'earlier')}
            renditions={renditions.filter((one) => one.sitting === said.circle && one.offset === said.offset)}
            people={sitting?.people ?? null}
            sought={said.offset === place.offset ? sought : undefined}
          />
        ))}
      </ol>
      {canAfter && <button type="button" disabled={busy} onClick={() => void after()}>{t('search.after')}</button>}
    </section>
  );
}
