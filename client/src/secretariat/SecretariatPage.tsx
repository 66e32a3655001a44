import { WithMe } from '../companions/WithMe';
import { TerminationLine } from '../exports/TerminationLine';
import { HallNotices } from '../hall/HallNotices';
import { useSession } from '../line/context';
import { Meetings } from '../meetings/Meetings';
import { t } from '../messages';
import { JoiningParties } from '../parties/JoiningParties';
import { ProtocolPanel } from '../protocol/ProtocolPanel';
import { ConcludedPanel } from '../settlements/Attestations';
import { AddParty } from './AddParty';
import { AddPerson } from './AddPerson';
import { Readiness } from './Readiness';
import { Register } from './Register';

/** The secretariat prepares and administers: it sees a list of people, never the floor, and reads no room. */
export function SecretariatPage() {
  const { view } = useSession();
  const { hall, self } = view;
  const preparing = hall.phase === 'preparing';
  return (
    <>
      <HallNotices />
      <main className="page wide secretariat">
        <header className="stack-tight hero">
          <p className="eyebrow">{hall.reference}{hall.kind && `, ${t(`kind.${hall.kind}`)}`}</p>
          <h1>{hall.title || self?.title}</h1>
          <p className="soft">{t('secretariat.lead')}</p>
        </header>
        <WithMe />
        {preparing && <Readiness />}
        <JoiningParties />
        <Register />
        <div className="secretariat-forms">
          {hall.phase !== 'concluded' && <AddParty />}
          <AddPerson />
        </div>
        <TerminationLine />
        <ConcludedPanel />
        <Meetings />
        <section className="sheet stack"><h2>{t('protocol.title')}</h2><ProtocolPanel /></section>
      </main>
    </>
  );
}
