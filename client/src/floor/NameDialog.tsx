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
}

/** Asks for a room's name. */
export function NameDialog({ open, title, name, onName, onClose }: Props) {
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
        <Field label={t('floor.roomName')} hint={t('floor.roomName.hint')}>
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
