import type { Id } from '../wire/protocol';

interface Props {
  label: string;
  hint?: string;
  of: readonly { id: Id; name: string }[];
  chosen: readonly Id[];
  onChosen: (chosen: readonly Id[]) => void;
}

/** None, one or more of a list; nothing where there is nobody to choose. */
export function Several({ label, hint, of, chosen, onChosen }: Props) {
  if (of.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {hint && <p className="small soft">{hint}</p>}
      {of.map(({ id, name }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={chosen.includes(id)}
            onChange={(e) => onChosen(e.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
