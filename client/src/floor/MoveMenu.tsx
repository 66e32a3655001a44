import { useState } from 'react';
import { GuestDialog } from '../guests/GuestDialog';
import { InterpreterDialog } from '../interpreters/InterpreterDialog';
import { useSession } from '../line/context';
import { t } from '../messages';
import { ConfirmDialog } from '../parties/ConfirmDialog';
import { Menu, MenuItem, MenuLabel, MenuRule } from '../parts/Menu';
import { guestMayBeIn, hasWithdrawn } from '../session/select';
import { newId } from '../wire/ids';
import type { Id, RoomOnFloor } from '../wire/protocol';
import { WordDialog } from '../words/WordDialog';
import { useTheFloor } from './context';
import { Dots } from './Dots';

interface Props {
  name: string;
  people: Id[];
  room: RoomOnFloor;
  /** Set when it is one person, who can also be invited back or suspended. */
  person?: Id;
}

/** The same moves as by drag and drop, from a menu: for whoever prefers to name the room. */
export function MoveMenu({ name, people, room, person }: Props) {
  const { view } = useSession();
  const { rooms, move, doConfirmed } = useTheFloor();
  const [admitting, setAdmitting] = useState(false);
  const mediator = person && view.people[person]?.role === 'mediator';
  const guest = person && view.people[person]?.role === 'nonParty';
  const [writing, setWriting] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const [suspending, setSuspending] = useState(false);
  const party = people[0] ? view.people[people[0]]?.party : null;
  const gone = hasWithdrawn(view, party ?? null);
  const targets = rooms.filter((r) => r.room !== room.room && r.kind !== 'waiting' && !gone && !hasWithdrawn(view, r.party)
    && (guest ? guestMayBeIn(view, person, r) : r.kind !== 'home' || r.party === party));
  const wentHome = person !== undefined && view.bench?.wentHome.includes(person);
  const invite = (to: Id) => {
    if (person) void doConfirmed((confirm) => ({ type: 'invite.make', invite: newId(), person, room: to, ...(confirm ? { confirm } : {}) }));
  };
  return (
    <>
      <Menu button={<button type="button" className="quiet tiny dots" aria-label={t('floor.menu', { name })}><Dots /></button>}>
          <MenuLabel>{gone ? t('floor.hasWithdrawn') : wentHome ? t('floor.inviteTo') : t('floor.moveTo')}</MenuLabel>
          {targets.map((r) => (
            <MenuItem key={r.room} onSelect={() => (wentHome ? invite(r.room) : move(people, r.room))}>{r.name}</MenuItem>
          ))}
          {!wentHome && room.kind !== 'home' && <MenuItem onSelect={() => move(people, null)}>{t('floor.home')}</MenuItem>}
          {person && person !== view.self?.person && !mediator && (
            <>
              <MenuRule />
              <MenuItem onSelect={() => setWriting(true)}>{t('word.do')}</MenuItem>
              {view.people[person]?.role === 'interpreter' && <MenuItem onSelect={() => setAssigning(true)}>{t('interpreter.assign')}</MenuItem>}
              {guest && <MenuItem onSelect={() => setAdmitting(true)}>{t('guest.admit')}</MenuItem>}
              <MenuItem onSelect={() => setSuspending(true)}>{t('floor.suspend')}</MenuItem>
            </>
          )}
      </Menu>
      {person && assigning && <InterpreterDialog interpreter={person} onClose={() => setAssigning(false)} />}
      {guest && admitting && <GuestDialog guest={person} onClose={() => setAdmitting(false)} />}
      {person && suspending && (
        <ConfirmDialog title={t('floor.suspend.title', { name })} lead={t('floor.suspend.lead')} yes={t('floor.suspend')}
          command={{ type: 'person.suspend', person }} onClose={() => setSuspending(false)} />
      )}
      {person && <WordDialog to={name} address={{ person }} open={writing} onClose={() => setWriting(false)} />}
    </>
  );
}
