import { useSession } from '../line/context';
import { t, whenInFull } from '../messages';
import { Content } from '../mediatorsProposals/Content';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { partiesNamed } from '../people/names';
import type { Refusal } from '../wire/protocol';
import type { TakenText } from '../wire/drafts';
import { bracketsOf, countOf } from './brackets';
import { heldBy, keyOf, type Tabled } from './tabled';

interface Choice {
  of: readonly Tabled[];
  chosen: Tabled | null;
  onChosen: (one: Tabled | null) => void;
}

/** Whether the text is written here or is that of a frozen version. */
export function TextSource({ of, chosen, onChosen }: Choice) {
  if (of.length === 0) return null;
  return (
    <Field label={t('draft.propose.source')}>
      {(ids) => (
        <select {...ids} value={chosen ? keyOf(chosen) : ''} onChange={(e) => onChosen(of.find((one) => keyOf(one) === e.currentTarget.value) ?? null)}>
          <option value="">{t('draft.propose.written')}</option>
          {of.map((one) => <option key={keyOf(one)} value={keyOf(one)}>{one.draft.title}, {t('draft.version', { number: one.version.number })}, {whenInFull(one.version.at)}</option>)}
        </select>
      )}
    </Field>
  );
}

interface Props {
  one: Tabled;
  taken: TakenText | null;
  refused: Pick<Refusal, 'code' | 'sentence'> | null;
  title: string;
  language: string;
}

/** The text of a frozen version exactly as it will be read, and which of its words are still disputed. */
export function TabledText({ one, taken, refused, title, language }: Props) {
  const { view } = useSession();
  if (refused) {
    const held = refused.code === 'not_authorised' ? heldBy(view, one) : [];
    return <Problem sentence={held.length > 0 ? t('draft.propose.held', { names: partiesNamed(view, held) }) : refused.sentence} />;
  }
  if (!taken) return <p className="small soft" role="status">{t('draft.propose.reading')}</p>;
  const brackets = bracketsOf(taken.text, []);
  return (
    <>
      <p className="small soft">{t('draft.propose.lead')}</p>
      <Content proposal={{ title: title || t('proposal.text'), text: taken.text, language, values: [] }} />
      {countOf(brackets) > 0 && (
        <div className="proposal-open small" role="note">
          <p>{t('draft.propose.open', { count: countOf(brackets) })}</p>
          <ul className="plain">
            {brackets.open.filter((bracket) => bracket.depth === 0).map(({ start, end }) => <li key={start} dir="auto">{taken.text.slice(start, end)}</li>)}
          </ul>
        </div>
      )}
    </>
  );
}
