import type { Envelope, HallEvent } from '../wire/events';
import type { Id } from '../wire/protocol';
import { knowPerson } from './people';
import { reduceTaking } from './taking';
import type { Assignment, Hall, HallNotice, SessionView } from './view';

/** Procedure only: what everybody admitted is told. */
export function reduceHall(view: SessionView, event: Envelope, body: HallEvent): SessionView {
  const hall = (change: Partial<Hall>): SessionView => ({ ...view, hall: { ...view.hall, ...change } });
  const base = { key: `${event.circle}/${event.offset}`, at: event.at };
  const told = (notice: HallNotice) => [...view.hall.notices, notice];
  switch (body.type) {
    case 'session.prepared':
      return hall({ reference: body.reference, title: body.title, kind: body.kind, languages: body.languages });
    case 'phase.changed':
      return hall({ phase: body.phase, outcome: body.outcome, notices: told({ ...base, ...body }) });
    case 'protocol.proposed':
      return hall({ protocols: [...view.hall.protocols, { number: body.number, protocol: body.protocol, acceptedBy: [] }] });
    case 'protocol.accepted':
      return hall({
        protocols: view.hall.protocols.map((proposed) =>
          proposed.number === body.number && !proposed.acceptedBy.includes(body.party)
            ? { ...proposed, acceptedBy: [...proposed.acceptedBy, body.party] }
            : proposed),
      });
    case 'person.announced': {
      const known = knowPerson(view, body);
      const proposedMediators = view.hall.proposedMediators.filter((m) => m.person !== body.person);
      const notice: HallNotice = { ...base, type: body.type, person: body.person, name: body.name };
      return { ...known, hall: { ...known.hall, proposedMediators, notices: told(notice) } };
    }
    case 'person.left':
      return hall({
        interpreters: withoutPerson(view.hall.interpreters, body.person),
        companions: view.hall.companions.filter((one) => one.with !== body.person),
        objections: view.hall.objections.filter((one) => one.person !== body.person),
        proposedMediators: view.hall.proposedMediators.filter((one) => one.person !== body.person),
        notices: told({ ...base, type: body.type, person: body.person, name: view.people[body.person]?.name ?? '' }),
      });
    case 'interpreter.assigned': {
      const { [body.interpreter]: _, ...others } = view.hall.interpreters;
      const { people, party, session } = body;
      const nobody = people.length === 0 && party === null && !session;
      return hall({ interpreters: nobody ? others : { ...others, [body.interpreter]: { people, party, session } } });
    }
    case 'companion.announced': {
      const { companion, name } = body;
      const notice: HallNotice = { ...base, type: body.type, name, with: body.with };
      const others = view.hall.companions.filter((one) => one.id !== companion);
      return hall({ companions: [...others, { id: companion, with: body.with, name }], notices: told(notice) });
    }
    case 'companion.left': {
      const gone = view.hall.companions.find((one) => one.id === body.companion);
      if (!gone) return view;
      return hall({
        companions: view.hall.companions.filter((one) => one !== gone),
        notices: told({ ...base, type: body.type, name: gone.name, with: gone.with }),
      });
    }
    case 'mediator.proposed': {
      const known = knowPerson(view, { person: body.person, name: body.name, role: 'mediator', party: null });
      const proposed = { person: body.person, name: body.name, consents: [] };
      return { ...known, hall: { ...known.hall, proposedMediators: [...known.hall.proposedMediators, proposed] } };
    }
    case 'mediator.consented':
      return hall({
        proposedMediators: view.hall.proposedMediators.map((m) =>
          m.person === body.mediator && !m.consents.includes(body.party) ? { ...m, consents: [...m.consents, body.party] } : m),
      });
    case 'caucus.began':
    case 'caucus.ended':
    case 'caucuses.held':
      return hall({ notices: told({ ...base, ...body }) });
    case 'mediators.absent':
    case 'mediators.back':
      return hall({ mediatorsAbsent: body.type === 'mediators.absent', notices: told({ ...base, ...body }) });
    default:
      return reduceTaking(view, base, body);
  }
}

/** An assignment ends with the removal of either. */
function withoutPerson(interpreters: Hall['interpreters'], gone: Id): Hall['interpreters'] {
  const left = Object.entries(interpreters).flatMap(([interpreter, to]): [Id, Assignment][] => {
    const people = to.people.filter((id) => id !== gone);
    return interpreter === gone || (to.people.length > 0 && people.length === 0) ? [] : [[interpreter, { ...to, people }]];
  });
  return Object.fromEntries(left);
}
