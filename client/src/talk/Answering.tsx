import { useSession } from '../line/context';
import { t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { personOf } from '../session/select';
import type { Said } from '../session/view';

/** Above where one writes: what one answers, and the way back from it. */
export function Answering({ said, onDrop }: { said: Said | null; onDrop: () => void }) {
  const { view } = useSession();
  if (!said) return null;
  return (
    <p className="answering small">
      <span dir="auto">{t('said.answering', { name: nameOf(personOf(view, said.by).name), text: begins(said.text) })}</span>
      <button type="button" className="plain" onClick={onDrop}>{t('said.dropAnswer')}</button>
    </p>
  );
}

/** How a text begins: enough to know it again. */
export const begins = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
