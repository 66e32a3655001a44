import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  hint?: string;
  children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode;
}

/** A labelled input with an optional hint that is read out with it. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(hint ? { 'aria-describedby': hintId } : {}) })}
      {hint && <span className="hint" id={hintId}>{hint}</span>}
    </div>
  );
}
