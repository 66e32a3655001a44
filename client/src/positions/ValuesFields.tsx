import { t } from '../messages';
import type { Issue } from '../session/positions';
import type { ProposedValue } from '../wire/proposals';
import type { Id } from '../wire/protocol';
import { isValue } from './values';
import { ValueInput } from './ValueInput';

/** Values of issues as they are being written; an empty one is none. */
export type Values = Readonly<Record<Id, string>>;

/** What was written of these issues; null: one of them is no value. */
export function valuesOf(issues: readonly Issue[], values: Values): ProposedValue[] | null {
  const named = issues.filter((one) => (values[one.issue] ?? '') !== '');
  return named.every((one) => isValue(one, 'position', values[one.issue] ?? '')) ? named.map(({ issue }) => ({ issue, value: values[issue] ?? '' })) : null;
}

interface Props {
  issues: readonly Issue[];
  values: Values;
  onValues: (values: Values) => void;
  label?: string;
  hint?: string;
}

/** A value for each issue that one wants to propose one for; nothing where there are no issues. */
export function ValuesFields({ issues, values, onValues, label, hint }: Props) {
  if (issues.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend>{label ?? t('proposal.values')}</legend>
      <p className="small soft">{hint ?? t('proposal.values.hint')}</p>
      {issues.map((issue) => (
        <div key={issue.issue} role="group" aria-label={issue.title}>
          <strong dir="auto">{issue.title}</strong>
          <ValueInput issue={issue} kind="position" value={values[issue.issue] ?? ''} onValue={(value) => onValues({ ...values, [issue.issue]: value })} />
        </div>
      ))}
    </fieldset>
  );
}
