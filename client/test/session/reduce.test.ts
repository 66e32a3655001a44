import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/session/reduce';
import { currentSitting, difference } from '../../src/session/select';
import { emptyView } from '../../src/session/view';
import type { Envelope } from '../../src/wire/events';
import { carter, dayan, people, secretariat, self } from '../fixtures/camp-david';
import { id, Log } from '../fixtures/log';

const fold = (events: readonly Envelope[]) => events.reduce(reduce, emptyView);

describe('the reducer', () => {
  it('DL1_every_event_counts_once_however_often_it_arrives', () => {
    const { events } = carter();
    expect(fold([...events, ...events])).toEqual(fold(events));
    expect(fold(events.flatMap((event) => [event, event]))).toEqual(fold(events));
  });

  it('DL1_an_event_that_leaves_a_gap_is_not_applied', () => {
    const { events } = dayan();
    const last = events.at(-1) as Envelope;
    const view = fold(events.slice(0, -2));
    expect(reduce(view, last)).toBe(view);
  });

  it('DL1_circles_may_interleave_in_any_way', () => {
    const { events } = dayan();
    const byCircle = [...events].sort((a, b) => a.circle.localeCompare(b.circle) || a.offset - b.offset);
    const sorted = fold(byCircle.filter((e) => e.kind !== 'sitting').concat(events.filter((e) => e.kind === 'sitting')));
    expect(sorted.sittings).toEqual(fold(events).sittings);
    expect(sorted.hall).toEqual(fold(events).hall);
  });

  it('SI4_speech_stays_in_the_sitting_it_was_said_in', () => {
    const view = fold(dayan().events);
    expect(view.sittings[0]?.talk.map((s) => s.by)).toEqual(people('sadat', 'begin'));
    expect(currentSitting(view)?.talk).toHaveLength(4);
    expect(view.delegation?.talk).toHaveLength(2);
  });

  it('RM6_the_last_sitting_told_is_where_one_is', () => {
    const log = dayan();
    expect(currentSitting(fold(log.events))?.name).toBe('Holly Cabin');
    log.add('sitting', id('s-home'), { type: 'sitting.opened', room: id('home-i'), name: 'Israel', kind: 'home', people: people('dayan') });
    expect(currentSitting(fold(log.events))?.people).toEqual(people('dayan'));
  });

  it('RM6_differences_are_worked_out_from_sittings_one_knows', () => {
    const [before, now] = fold(dayan().events).sittings;
    if (!before || !now) throw new Error('two sittings expected');
    expect(difference(before, now).moved).toBe(true);
    const joined = { ...now, people: [...now.people.slice(1), id('rubin')] };
    expect(difference(now, joined)).toMatchObject({ moved: false, came: [id('rubin')], left: [id('carter')] });
  });

  it('PE3_one_stands_where_the_newest_step_puts_one', () => {
    expect(fold(self(new Log(), 'dayan', 'undertaking').events).self?.standing).toBe('undertaking');
    expect(fold(self(new Log(), 'dayan', 'lobby').events).self?.standing).toBe('lobby');
    const admitted = self(new Log(), 'dayan', 'admitted');
    expect(fold(admitted.events).self?.standing).toBe('admitted');
    admitted.add('person', id('own-dayan'), { type: 'person.suspended', person: id('dayan') });
    expect(fold(admitted.events).self?.standing).toBe('lobby');
  });

  it('PE6_the_secretariat_has_a_list_of_people_and_no_floor', () => {
    const view = fold(secretariat().events);
    expect(view.registry?.[id('sadat')]?.standing).toBe('lobby');
    expect(view.registry?.[id('begin')]?.invitation.state).toBe('issued');
    expect(view.bench).toBeNull();
    expect(view.sittings).toEqual([]);
  });

  it('PE8_a_new_bench_begins_without_the_talk_of_the_old_one', () => {
    const log = carter().add('bench', id('bench2'), { type: 'bench.opened', number: 2, mediators: people('carter'), floor: [] });
    const view = fold(log.events);
    expect(view.bench?.talk).toEqual([]);
    expect(view.earlierBenches[0]?.talk).toHaveLength(1);
  });

  it('RM2_who_went_home_is_marked_until_he_accepts_an_invitation', () => {
    const log = carter();
    expect(fold(log.events).bench?.wentHome).toEqual(people('elbaz'));
    log.add('bench', id('bench'), { type: 'invite.accepted', invite: id('invite'), person: id('elbaz') });
    log.add('bench', id('bench'), { type: 'floor.changed', rooms: [
      { room: id('joint'), kind: 'joint', name: 'Joint room', party: null, sitting: id('s-new'), people: people('vance', 'elbaz') }] });
    expect(fold(log.events).bench?.wentHome).toEqual([]);
  });
});
