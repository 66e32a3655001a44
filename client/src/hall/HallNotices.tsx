import { useState } from 'react';
import { useSession } from '../line/context';
import { t, when } from '../messages';
import { meetingTime, zoneName } from '../meetings/time';
import { nameOf } from '../people/PersonLine';
import { partiesNamed } from '../people/names';
import { partyName, personOf } from '../session/select';
import type { HallNotice, Meeting, SessionView } from '../session/view';

const timeOf = ({ at, minutes }: Meeting) => ({ time: meetingTime(at, minutes), zone: zoneName(at) });

/** A notice of procedure in words. */
export function noticeSentence(view: SessionView, notice: HallNotice): string {
  const names = (parties: readonly string[]) => partiesNamed(view, parties);
  switch (notice.type) {
    case 'caucus.began': return t('notice.caucusBegan', { parties: names(notice.parties) });
    case 'caucus.ended': return t('notice.caucusEnded', { parties: names(notice.parties) });
    case 'caucuses.held': return t('notice.caucusesHeld', { caucuses: notice.caucuses.map(names).join('; ') });
    case 'person.announced': return t('notice.announced', { name: notice.name });
    case 'person.left': return t('notice.personLeft', { name: notice.name });
    case 'companion.announced': return t('companion.isWith', { name: notice.name, person: nameOf(personOf(view, notice.with).name) });
    case 'companion.left': return t('companion.wentFrom', { name: notice.name, person: nameOf(personOf(view, notice.with).name) });
    case 'party.proposed': return t('notice.partyProposed', { name: notice.name });
    case 'party.added': return t('notice.partyAdded', { name: notice.name });
    case 'party.retracted': return t('notice.partyRetracted', { name: notice.name });
    case 'party.withdrawn': return t('notice.partyWithdrawn', { name: notice.name });
    case 'consent.withdrawn': return t('notice.consentWithdrawn', { party: partyName(view, notice.by), name: notice.name });
    case 'objection.made': return t('notice.objectionMade', { party: partyName(view, notice.party), name: notice.name });
    case 'objection.withdrawn': return t('notice.objectionWithdrawn', { party: partyName(view, notice.party), name: notice.name });
    case 'objection.decided': return t(notice.sustained ? 'notice.objectionSustained' : 'notice.objectionOverruled', { name: notice.name });
    case 'phase.changed': return notice.outcome
      ? t('notice.concluded', { outcome: t(`outcome.${notice.outcome}`) })
      : t(`notice.phase.${notice.phase}`);
    case 'meeting.set': return t(notice.meeting.sequence > 0 ? 'notice.meetingMoved' : 'notice.meetingSet', timeOf(notice.meeting));
    case 'meeting.cancelled': return t('notice.meetingCancelled', timeOf(notice.meeting));
    case 'mediators.absent': return t('notice.mediatorsAbsent');
    case 'mediators.back': return t('notice.mediatorsBack');
  }
}

/** What everybody admitted is told: the newest in one line, the rest on demand. */
export function HallNotices() {
  const { view } = useSession();
  const [open, setOpen] = useState(false);
  const { notices } = view.hall;
  const newest = notices.at(-1);
  if (!newest) return null;
  const shown = open ? notices.toReversed() : [newest];
  return (
    <section className="hall" aria-label={t('hall.title')}>
      <div role="log" aria-live="polite">
        <ul>
          {shown.map((notice) => (
            <li key={notice.key}><time dateTime={notice.at}>{when(notice.at)}</time> {noticeSentence(view, notice)}</li>
          ))}
        </ul>
      </div>
      {notices.length > 1 && (
        <button type="button" className="quiet tiny" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('hall.less') : t('hall.more', { count: notices.length - 1 })}
        </button>
      )}
    </section>
  );
}
