import type { HallEvent } from '../wire/events';
import type { Id } from '../wire/protocol';
import type { Hall, HallNotice, SessionView } from './view';

const add = (of: readonly Id[], one: Id) => (of.includes(one) ? of : [...of, one]);
const without = (of: readonly Id[], one: Id) => of.filter((id) => id !== one);

/** Who takes part: parties that come and go, consents, objections, guests. */
export function reduceTaking(view: SessionView, base: { key: string; at: string }, body: HallEvent): SessionView {
  const { hall } = view;
  const to = (change: Partial<Hall>, notice?: HallNotice): SessionView => (
    { ...view, hall: { ...hall, ...change, notices: notice ? [...hall.notices, notice] : hall.notices } });
  const name = (person: Id) => view.people[person]?.name ?? '';
  switch (body.type) {
    case 'party.added': {
      const { party } = body;
      const back = hall.parties.some((p) => p.party === party);
      const parties = back
        ? hall.parties.map((p) => (p.party === party ? { ...p, withdrawn: false } : p))
        : [...hall.parties, { party, name: body.name, withdrawn: false }];
      const joining = hall.joining.filter((one) => one.party !== party);
      // while preparing parties are simply there
      return to({ parties, joining }, joining.length === hall.joining.length ? undefined : { ...base, type: body.type, name: body.name });
    }
    case 'party.proposed':
      return to({ joining: [...hall.joining, { party: body.party, name: body.name, consents: [] }] }, { ...base, type: body.type, name: body.name });
    case 'party.retracted': {
      const was = hall.joining.find((one) => one.party === body.party);
      return to({ joining: hall.joining.filter((one) => one !== was) }, { ...base, type: body.type, name: was?.name ?? '' });
    }
    case 'party.withdrawn': {
      const { party } = body;
      return to(
        {
          parties: hall.parties.map((p) => (p.party === party ? { ...p, withdrawn: true } : p)),
          joining: hall.joining.map((one) => ({ ...one, consents: without(one.consents, party) })),
          proposedMediators: hall.proposedMediators.map((one) => ({ ...one, consents: without(one.consents, party) })),
          guests: Object.fromEntries(Object.entries(hall.guests).map(([id, one]) => [id, { ...one, consents: without(one.consents, party) }])),
          protocols: hall.protocols.map((one) => ({ ...one, acceptedBy: without(one.acceptedBy, party) })),
        },
        { ...base, type: body.type, name: hall.parties.find((p) => p.party === party)?.name ?? '' },
      );
    }
    case 'consent.given':
      if (body.party) {
        return to({ joining: hall.joining.map((one) => (one.party === body.party ? { ...one, consents: add(one.consents, body.by) } : one)) });
      }
      return body.person ? to({ guests: { ...hall.guests, [body.person]: guestWith(hall, body.person, (c) => add(c, body.by)) } }) : view;
    case 'consent.withdrawn':
      return withdrawn(view, base, body);
    case 'objection.made':
      return to({ objections: [...hall.objections, { person: body.person, party: body.party }] },
        { ...base, type: body.type, party: body.party, name: name(body.person) });
    case 'objection.withdrawn':
    case 'objection.decided': {
      const objections = hall.objections.filter((one) => one.person !== body.person || one.party !== body.party);
      return to({ objections }, body.type === 'objection.decided'
        ? { ...base, type: body.type, name: name(body.person), sustained: body.sustained }
        : { ...base, type: body.type, party: body.party, name: name(body.person) });
    }
    case 'guest.items': {
      const was = hall.guests[body.person];
      const fewer = body.items.every((item) => was?.items.includes(item));
      return to({ guests: { ...hall.guests, [body.person]: { items: body.items, consents: fewer ? was?.consents ?? [] : [] } } });
    }
    default:
      return view;
  }
}

function guestWith(hall: Hall, person: Id, change: (consents: readonly Id[]) => readonly Id[]) {
  const was = hall.guests[person] ?? { items: [], consents: [] };
  return { ...was, consents: change(was.consents) };
}

/** Who is known to consent still is told: whoever comes to it late has not heard what went before. */
function withdrawn(view: SessionView, base: { key: string; at: string }, body: Extract<HallEvent, { type: 'consent.withdrawn' }>): SessionView {
  const { hall } = view;
  const { by, person, party, standing } = body;
  if (party) {
    return { ...view, hall: { ...hall, joining: hall.joining.map((one) => (one.party === party ? { ...one, consents: standing } : one)) } };
  }
  const who = person ? view.people[person] : undefined;
  if (!who) return view;
  const notices: HallNotice[] = [...hall.notices, { ...base, type: 'consent.withdrawn', by, name: who.name }];
  if (who.role !== 'mediator') {
    return { ...view, hall: { ...hall, notices, guests: { ...hall.guests, [who.person]: guestWith(hall, who.person, () => standing) } } };
  }
  const others = hall.proposedMediators.filter((one) => one.person !== who.person);
  return { ...view, hall: { ...hall, notices, proposedMediators: [...others, { person: who.person, name: who.name, consents: standing }] } };
}
