import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fitted } from '../../src/arrangements/fitting';
import { inForce } from '../../src/protocol/inForce';
import { reduce } from '../../src/session/reduce';
import { emptyView } from '../../src/session/view';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, israel, people, secretariat } from '../fixtures/camp-david';
import { id, type Log } from '../fixtures/log';
import { open } from '../fixtures/open';

const [hall, bench, party, jordan, guest, tamir] = [id('hall'), id('bench'), id('p-israel'), id('jordan'), id('guest'), id('tamir')];
const announced: EventBody = { type: 'person.announced', person: guest, name: 'A neighbour', role: 'nonParty', party: null };
const click = (name: string | RegExp, where = screen.getByRole('main')) => fireEvent.click(within(where).getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog');
const tab = (name: RegExp) => fireEvent.mouseDown(screen.getByRole('tab', { name }), { button: 0 });

describe('parties that come and go', () => {
  it('SE5_a_party_is_asked_for_its_consent_to_another_that_would_join_until_it_has_given_it', async () => {
    const { stage, tell } = open(dayan());
    tell('hall', hall, { type: 'party.proposed', party: jordan, name: 'Jordan' });
    expect(screen.getByText('Jordan would join as a party. Every party’s consent is needed.')).toBeTruthy();
    click(/^Consent/);
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'consent.give', party: jordan }));
    tell('hall', hall, { type: 'consent.given', by: israel, person: null, party: jordan });
    expect(screen.queryByText(/would join as a party/)).toBeNull();
    tell('hall', hall, { type: 'consent.given', by: egypt, person: null, party: jordan }, { type: 'party.added', party: jordan, name: 'Jordan' });
    expect(screen.getByText('Jordan takes part as a party.')).toBeTruthy();
  });

  it('SE5_a_party_withdraws_in_two_steps_and_is_then_asked_for_nothing_but_its_return', async () => {
    const { stage, tell } = open(dayan());
    tell('party', party, { type: 'authorities.set', person: id('dayan'), authorities: ['accept', 'withdraw'] });
    tab(/^People/);
    click('Withdraw from the mediation');
    const asked = await dialog();
    expect(within(asked).getByRole<HTMLButtonElement>('button', { name: 'Withdraw Israel' }).disabled).toBe(true);
    fireEvent.click(within(asked).getByRole('checkbox'));
    click('Withdraw Israel', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'party.withdraw', party: israel }]));
    tell('hall', hall, { type: 'party.withdrawn', party: israel }, { type: 'mediator.proposed', person: id('new'), name: 'Mondale' });
    expect(screen.getByText('Your party has withdrawn from the mediation. It keeps its record and its own room.')).toBeTruthy();
    expect(screen.queryByText(/Mondale/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Call the mediators' })).toBeNull();
    tell('hall', hall, { type: 'party.proposed', party: israel, name: 'Israel' });
    click('Consent to your return');
    await waitFor(() => expect(stage.done[1]).toEqual({ type: 'consent.give', party: israel }));
  });

  it('SE5_the_secretariat_proposes_a_party_and_sees_whose_consent_is_missing', async () => {
    const { stage, tell } = open(secretariat());
    tell('hall', hall, { type: 'phase.changed', phase: 'open', outcome: null }, { type: 'party.proposed', party: jordan, name: 'Jordan' });
    tell('hall', hall, { type: 'consent.given', by: egypt, person: null, party: jordan });
    expect(screen.getByText('Waits for Israel.')).toBeTruthy();
    click('Do not propose any more');
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'party.retract', party: jordan }));
    tell('hall', hall, { type: 'party.withdrawn', party: israel });
    click('Propose the return of Israel');
    await waitFor(() => expect(stage.done[1]).toEqual({ type: 'party.add', party: israel, name: 'Israel' }));
  });

  it('SE5_a_party_that_withdrew_is_waited_for_no_more', () => {
    const log = dayan();
    log.add('hall', hall, { type: 'party.withdrawn', party: israel });
    const view = log.events.reduce(reduce, emptyView);
    expect(inForce(view.hall).number).toBe(1);
    expect(view.hall.parties.find((p) => p.party === israel)?.withdrawn).toBe(true);
  });

  it('SE5_the_floor_shows_who_has_withdrawn_and_offers_no_move', async () => {
    const { tell } = open(carter());
    tell('hall', hall, { type: 'party.withdrawn', party: israel });
    const home = screen.getAllByRole('heading', { name: 'Israel' }).map((one) => one.closest('article')).find(Boolean) as HTMLElement;
    expect(within(home).getByText('Has withdrawn')).toBeTruthy();
    fireEvent.keyDown(within(home).getByRole('button', { name: 'More for Weizman' }), { key: 'Enter' });
    await screen.findByRole('menuitem', { name: 'Suspend to the lobby' });
    expect(screen.queryByRole('menuitem', { name: 'Joint room' })).toBeNull();
  });

  it('SE5_an_arrangement_leaves_out_by_name_whose_party_withdrew_and_a_guest_where_he_may_not_be', () => {
    const log = carter();
    const floor = [{ room: id('waiting'), kind: 'waiting' as const, name: 'Waiting place', party: null, sitting: id('s-w'), people: [guest] }];
    log.add('hall', hall, announced, { type: 'guest.items', person: guest, items: ['Water'] }, { type: 'party.withdrawn', party: israel });
    log.add('bench', bench, { type: 'guest.rooms', person: guest, rooms: [id('joint')] }, { type: 'floor.changed', rooms: floor });
    const view = log.events.reduce(reduce, emptyView);
    const moves = [{ room: id('joint'), people: [id('weizman'), guest], parties: [] }];
    expect(fitted(view, view.bench?.rooms ?? [], moves).leftOut).toEqual([
      { person: id('weizman'), because: 'partyWithdrew' }, { person: guest, because: 'notAdmittedThere' }]);
    log.add('hall', hall, { type: 'consent.given', by: egypt, person: guest, party: null });
    const consented = log.events.reduce(reduce, emptyView);
    expect(fitted(consented, consented.bench?.rooms ?? [], moves).leftOut).toEqual([{ person: id('weizman'), because: 'partyWithdrew' }]);
  });
});

describe('consents', () => {
  it('SE5_a_holder_of_accept_withdraws_the_consent_to_a_mediator_after_reading_what_follows', async () => {
    const { stage, tell, view } = open(dayan());
    tab(/^People/);
    const list = screen.getByRole('region', { name: 'Consents of your party' });
    fireEvent.click(within(list).getAllByRole('button', { name: 'Withdraw consent' })[1] as HTMLElement);
    const asked = await dialog();
    expect(asked.textContent).toContain('Vance leaves the bench at once');
    click('Yes, withdraw consent to Vance', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'consent.withdraw', person: id('vance') }]));
    tell('hall', hall, { type: 'consent.withdrawn', by: israel, person: id('vance'), party: null, standing: [egypt] });
    expect(view().hall.proposedMediators).toEqual([{ person: id('vance'), name: 'Vance', consents: [egypt] }]);
    expect(within(list).queryByText(/Vance/)).toBeNull();
  });

  it('SE5_whose_consent_stands_is_told_with_each_that_is_withdrawn', () => {
    const log = dayan();
    // what an outline tells: only the last of each party
    log.add('hall', hall,
      { type: 'consent.withdrawn', by: egypt, person: id('vance'), party: null, standing: [] },
      { type: 'mediator.consented', mediator: id('vance'), party: israel });
    expect(log.events.reduce(reduce, emptyView).hall.proposedMediators[0]?.consents).toEqual([israel]);
  });
});

describe('objections', () => {
  it('PE3_a_party_objects_to_somebody_announced_and_can_withdraw_it', async () => {
    const { stage, tell } = open(dayan());
    tell('hall', hall, announced);
    tab(/^People/);
    click('Object to a person');
    const asked = await dialog();
    fireEvent.change(within(asked).getByLabelText('Person'), { target: { value: guest } });
    fireEvent.input(within(asked).getByLabelText(/^Reason/), { target: { value: ' He advised the other side. ' } });
    click('Object', asked);
    await waitFor(() => expect(stage.done[0]).toEqual({ type: 'objection.make', person: guest, reason: 'He advised the other side.' }));
    tell('hall', hall, { type: 'objection.made', person: guest, party: israel });
    tell('party', party, { type: 'objection.reasoned', person: guest, party: israel, reason: 'He advised the other side.' });
    const box = screen.getByRole('region', { name: 'Objections' });
    expect(box.textContent).toContain('He advised the other side.');
    click('Withdraw the objection', box);
    await waitFor(() => expect(stage.done[1]).toEqual({ type: 'objection.withdraw', person: guest }));
  });

  it('PE3_a_mediator_decides_and_confirms_a_removal', async () => {
    const { stage, tell } = open(carter());
    tell('hall', hall, announced, { type: 'objection.made', person: guest, party: israel });
    const box = screen.getByRole('region', { name: 'Objections' });
    expect(box.textContent).toContain('The reason was given to the mediators of that time.');
    click('Sustain', box);
    click('Yes, remove A neighbour', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'objection.decide', person: guest, party: israel, sustained: true }]));
    tell('hall', hall, { type: 'objection.decided', person: guest, party: israel, sustained: true }, { type: 'person.left', person: guest });
    expect(screen.queryByRole('region', { name: 'Objections' })).toBeNull();
  });
});

describe('guests and the bench', () => {
  it('PE1_a_mediator_admits_a_guest_to_rooms_for_items_and_sees_whose_consent_is_missing', async () => {
    const log = carter();
    const floor = [{ room: id('waiting'), kind: 'waiting' as const, name: 'Waiting place', party: null, sitting: id('s-w'), people: [guest] }];
    log.add('hall', hall, announced).add('bench', bench, { type: 'floor.changed', rooms: floor });
    const { stage, tell } = open(log);
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for A neighbour' }), { key: 'Enter' });
    // he may be placed nowhere yet
    expect(screen.queryByRole('menuitem', { name: 'Joint room' })).toBeNull();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Rooms and items' }));
    const asked = await dialog();
    fireEvent.click(within(asked).getByRole('checkbox', { name: 'Joint room' }));
    fireEvent.input(within(asked).getByLabelText('Items, one a line'), { target: { value: 'Water\n\n Fish ' } });
    click('Admit', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'guest.admit', person: guest, rooms: [id('joint')], items: ['Water', 'Fish'] }]));
    tell('hall', hall, { type: 'guest.items', person: guest, items: ['Water', 'Fish'] }, { type: 'consent.given', by: egypt, person: guest, party: null });
    tell('bench', bench, { type: 'guest.rooms', person: guest, rooms: [id('joint')] });
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for A neighbour' }), { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Rooms and items' }));
    expect((await dialog()).textContent).toContain('Waits for the consent of Israel.');
  });

  it('PE8_a_mediator_resigns_from_the_bench_that_he_sees', async () => {
    const { stage } = open(carter());
    click('Resign as a mediator');
    click('Yes, resign', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'mediator.resign', bench }]));
  });
});

describe('briefing', () => {
  const earlier = (log: Log) => log.add('sitting', id('s-own'),
    { type: 'sitting.opened', room: id('home-i'), name: 'Israel', kind: 'home', people: people('begin', 'dayan', 'carter') },
    { type: 'said', by: id('begin'), text: 'Sinai, but not the airfields.', language: 'en', rule: 'confidentialUnlessReleased' },
    { type: 'said', by: id('dayan'), text: 'Then the airfields last.', language: 'en', rule: 'confidentialUnlessReleased' });
  const mine = () => {
    const log = earlier(dayan());
    log.add('sitting', id('s-now'), { type: 'sitting.opened', room: id('home-i'), name: 'Israel', kind: 'home', people: people('begin', 'dayan', 'tamir') });
    return log.add('hall', hall, { type: 'person.announced', person: tamir, name: 'Tamir', role: 'expert', party: israel })
      .add('party', party, { type: 'authorities.set', person: id('dayan'), authorities: ['brief'] });
  };

  it('PE9_a_holder_of_brief_is_offered_the_sittings_of_his_party_alone_and_copies_those_he_chooses', async () => {
    const { stage } = open(mine());
    tab(/^People/);
    const row = screen.getAllByText('Tamir').map((one) => one.closest('li.member')).find(Boolean) as HTMLElement;
    click('Brief', row);
    const asked = await dialog();
    await within(asked).findByRole('checkbox', { name: /^Israel/ });
    // the caucus was his party's own with a mediator; in the joint room the others sat too
    expect(within(asked).queryByRole('checkbox', { name: /^Joint room/ })).toBeNull();
    fireEvent.click(within(asked).getByRole('checkbox', { name: /^Israel/ }));
    click('Copy 1 sitting to Tamir', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'briefing.make', person: tamir, sitting: id('s-own') }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('PE9_whoever_is_briefed_reads_the_copy_and_can_neither_answer_nor_release_it', async () => {
    const { tell } = open(dayan());
    tell('named', id('copy'),
      { type: 'briefing.opened', by: id('begin'), person: id('dayan'), sitting: id('s-x'), name: 'Aspen', kind: 'home', people: people('begin', 'carter'), satAt: '2026-09-05T10:00:00Z' },
      { type: 'briefing.told', by: id('begin'), saidAt: '2026-09-05T10:01:00Z', text: 'Not the airfields.', language: 'en', replyTo: null, renders: null, files: ['map.pdf'] },
      { type: 'briefing.told', by: id('interp'), saidAt: '2026-09-05T10:02:00Z', text: 'Pas les aérodromes.', language: 'fr', replyTo: null, renders: 2, files: [] });
    tab(/^Earlier/);
    const summary = await screen.findByText('Aspen');
    expect(summary.closest('summary')?.textContent).toContain('a copy by Begin');
    const details = summary.closest('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    const line = (await within(details).findByText('Not the airfields.')).closest('li') as HTMLElement;
    expect(line.textContent).toContain('Pas les aérodromes.');
    expect(line.textContent).toContain('Files that were not copied: map.pdf');
    expect(within(line).queryByRole('button', { name: 'What can be done with this' })).toBeNull();
  });

  it('PE9_those_who_sat_there_are_told_under_the_sitting', async () => {
    const { tell } = open(mine());
    tell('named', id('told'), { type: 'briefing.made', by: id('begin'), person: tamir, sitting: id('s-own'), offset: 3 });
    tab(/^Earlier/);
    const details = (await screen.findByText('Israel', { selector: '.earlier-name' })).closest('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(await within(details).findByText(/^Begin copied this sitting to Tamir/)).toBeTruthy();
  });
});
