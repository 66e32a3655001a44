import type { Envelope, PeopleEvent } from '../wire/events';
import type { Companion } from '../wire/protocol';
import { isBack } from './invites';
import { knowPerson } from './people';
import type { Registered, SessionView, Standing } from './view';

type CompanionEvent = Extract<PeopleEvent, { type: 'companion.declared' | 'companion.ended' }>;

/** Steps of a person's way in: told to himself in his own circle, to secretariat and mediators in the registry. */
export function reducePeople(view: SessionView, event: Envelope, body: PeopleEvent): SessionView {
  switch (body.type) {
    case 'registry.opened':
      return { ...view, registry: view.registry ?? {} };
    case 'authorities.set':
      return { ...view, authorities: { ...view.authorities, [body.person]: body.authorities } };
    case 'person.registered': {
      const { person, name, role, party } = body;
      const registered: Registered = {
        person, name, role, party, standing: 'registered', invitation: { state: 'none', expires: null }, companions: [], onOrderOf: null,
      };
      return { ...knowPerson(view, registered), registry: { ...view.registry, [person]: registered } };
    }
    case 'invitation.issued':
      return change(view, body.person, { invitation: { state: 'issued', expires: body.expires } });
    case 'invitation.revoked':
      return change(view, body.person, { invitation: { state: 'revoked', expires: null } });
    case 'invitation.redeemed':
      return change(view, body.person, (now) => ({
        invitation: { state: 'redeemed', expires: null },
        standing: now.standing === 'registered' ? 'undertaking' : now.standing,
      }));
    case 'undertaking.given':
      return stand(view, event, body.person, 'lobby');
    case 'person.admitted':
      return stand(view, event, body.person, 'admitted');
    case 'person.suspended':
      // a mediator without a party's consent gives the undertaking again when he has it back
      return stand(isBack(view, body.person), event, body.person, view.people[body.person]?.role === 'mediator' ? 'undertaking' : 'lobby');
    case 'companion.declared':
    case 'companion.ended': {
      const now = (companions: readonly Companion[]) => withOrWithout(companions, body);
      return event.kind === 'person'
        ? { ...view, companions: now(view.companions) }
        : change(view, body.with, (one) => ({ companions: now(one.companions) }));
    }
    case 'person.removed':
      return change(isBack(view, body.person), body.person, { standing: 'removed', companions: [], onOrderOf: body.onOrderOf });
    default:
      return view;
  }
}

function withOrWithout(companions: readonly Companion[], told: CompanionEvent): readonly Companion[] {
  const others = companions.filter((one) => one.id !== told.companion);
  return told.type === 'companion.declared' ? [...others, { id: told.companion, with: told.with, name: told.name }] : others;
}

/** The same step reaches a mediator twice, as registry and as his own: each changes only its own record. */
function stand(view: SessionView, event: Envelope, person: string, standing: Standing): SessionView {
  if (event.kind === 'person') {
    if (!view.self || view.self.person !== person || standing === 'registered' || standing === 'removed') return view;
    return { ...view, self: { ...view.self, standing } };
  }
  return change(view, person, { standing });
}

type Change = Partial<Registered> | ((now: Registered) => Partial<Registered>);

function change(view: SessionView, person: string, to: Change): SessionView {
  const now = view.registry?.[person];
  if (!now) return view;
  const changed = { ...now, ...(typeof to === 'function' ? to(now) : to) };
  return { ...view, registry: { ...view.registry, [person]: changed } };
}
