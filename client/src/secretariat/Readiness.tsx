import { useSession } from '../line/context';
import { t } from '../messages';
import { inForce } from '../protocol/inForce';

/** What is still to be done before the mediators can open the session. */
export function Readiness() {
  const { view } = useSession();
  const people = Object.values(view.registry ?? {}).filter((p) => p.standing !== 'removed');
  const { parties, protocols } = view.hall;
  const appoints = (party: string) => people.some((p) => p.party === party && view.authorities[p.person]?.includes('appoint'));
  const steps = [
    { text: t('ready.parties'), done: parties.length >= 2 },
    { text: t('ready.mediator'), done: people.some((p) => p.role === 'mediator') },
    { text: t('ready.people'), done: parties.length > 0 && parties.every((p) => people.some((one) => one.party === p.party)) },
    { text: t('ready.credentials'), done: parties.length > 0 && parties.every((p) => appoints(p.party)) },
    { text: t('ready.proposed'), done: protocols.length > 0 },
    { text: t('ready.accepted'), done: inForce(view.hall).number !== null },
  ];
  return (
    <section className="sheet" aria-label={t('ready.title')}>
      <h2>{t('ready.title')}</h2>
      <ol className="readiness">
        {steps.map((step) => (
          <li key={step.text} data-done={step.done}>
            <span className="unseen">{t(step.done ? 'ready.done' : 'ready.open')}</span>
            {step.text}
          </li>
        ))}
      </ol>
    </section>
  );
}
