import { useState } from 'react';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import type { Issue } from '../session/positions';
import type { PositionKind } from '../wire/positions';
import { isValue } from './values';

interface Props {
  issue: Issue;
  kind: PositionKind;
  value: string;
  onValue: (value: string) => void;
}

/** A value of an issue, asked for as its kind has it; what is none is said when one goes on. */
export function ValueInput({ issue, kind, value, onValue }: Props) {
  const [left, setLeft] = useState(false);
  const bad = left && value !== '' && !isValue(issue, kind, value);
  const words = kind === 'interest' || kind === 'alternative' || issue.kind === 'text';
  const choices = kind === 'priority' ? ['1', '2', '3', '4', '5'] : words ? null
    : issue.kind === 'choice' ? issue.options : issue.kind === 'yesNo' ? ['yes', 'no'] : null;
  const date = !words && !choices && issue.kind === 'date';
  const unit = issue.kind === 'share' ? '%' : issue.unit;
  const label = !words && !choices && !date && unit ? `${t('position.value')} (${unit})` : t('position.value');
  return (
    <>
      <Field label={label} {...(words || choices || date ? {} : { hint: t('position.value.number') })}>
        {(ids) => (choices ? (
          <select {...ids} value={value} onChange={(e) => onValue(e.currentTarget.value)}>
            <option value="" />
            {choices.map((one) => <option key={one} value={one}>{issue.kind === 'yesNo' && kind !== 'priority' ? t(one === 'yes' ? 'position.yes' : 'position.no') : one}</option>)}
          </select>
        ) : words ? <textarea {...ids} rows={3} dir="auto" maxLength={2_000} value={value} onChange={(e) => onValue(e.currentTarget.value)} />
          : <input {...ids} type={date ? 'date' : 'text'} inputMode={date ? undefined : 'decimal'} dir="ltr" autoComplete="off" value={value} aria-invalid={bad}
              onChange={(e) => onValue(e.currentTarget.value)} onBlur={() => setLeft(true)} onFocus={() => setLeft(false)} />)}
      </Field>
      <Problem sentence={bad ? t(issue.kind === 'share' ? 'position.value.noShare' : 'position.value.noNumber') : null} />
    </>
  );
}
