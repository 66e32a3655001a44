import { useState } from 'react';
import { t } from '../messages';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';

interface Props {
  open: boolean;
  title: string;
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
  /** Of what; a room's when nothing is said. */
  label?: string;
  hint?: string;
}

/** Asks for a name: of a room, or of an arrangement. */
export function NameDialog({ open, title, name, onName, onClose, label = t('floor.roomName'), hint = t('floor.roomName.hint') }: Props) {
  const [value, setValue] = useState(name);
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() === '') return;
          onName(value.trim());
          onClose();
        }}
      >
        <Field label={label} hint={hint}>
          {(ids) => <input {...ids} value={value} maxLength={80} onInput={(e) => setValue(e.currentTarget.value)} />}
        </Field>
        <div className="row">
          <button type="submit" className="primary" disabled={value.trim() === ''}>{t('form.save')}</button>
          <button type="button" onClick={onClose}>{t('form.cancel')}</button>
        </div>
      </form>
    </Dialog>
  );
}
