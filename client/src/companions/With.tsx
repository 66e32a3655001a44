import { t } from '../messages';
import type { Companion, Id } from '../wire/protocol';

/** Who is physically with somebody, beside his name: they hear what he hears. */
export function With({ person, companions }: { person: Id; companions: readonly Companion[] }) {
  return (
    <>
      {companions.filter((one) => one.with === person).map((one) => (
        <span key={one.id} className="with">{t('companion.with', { name: one.name })}</span>
      ))}
    </>
  );
}
