import { describe, expect, it } from 'vitest';
import { arrangeOf, basisOf, movesOf, planned, projected, recallAll } from '../../src/floor/plan';
import { reduce } from '../../src/session/reduce';
import { emptyView } from '../../src/session/view';
import { carter, floor, israel, people } from '../fixtures/camp-david';
import { id } from '../fixtures/log';

const view = carter().events.reduce(reduce, emptyView);
const none = new Map();

describe('a plan', () => {
  it('RM5_names_the_sitting_of_each_person_moved_and_of_each_room_filled', () => {
    const plan = planned(view, floor, none, people('begin', 'weizman'), id('joint'));
    expect(basisOf(view, floor, plan)).toEqual({
      people: { [id('begin')]: id('s-caucus'), [id('weizman')]: id('s-hi') },
      rooms: { [id('joint')]: id('s-joint') },
    });
  });

  it('RM5_an_empty_room_is_named_with_no_sitting', () => {
    const plan = planned(view, floor, none, people('carter'), id('mediators'));
    expect(basisOf(view, floor, plan).rooms).toEqual({ [id('mediators')]: null });
  });

  it('RM3_a_whole_delegation_moves_as_a_party_a_part_of_it_as_people', () => {
    const all = planned(view, floor, none, people('begin', 'dayan', 'weizman', 'rubin'), id('joint'));
    expect(movesOf(view, floor, all)).toEqual([{ room: id('joint'), people: [], parties: [israel] }]);
    const some = planned(view, floor, none, people('begin', 'dayan'), id('joint'));
    expect(movesOf(view, floor, some)).toEqual([{ room: id('joint'), people: people('begin', 'dayan'), parties: [] }]);
  });

  it('RM7_recall_sends_each_home_and_names_the_home_room_in_the_basis', () => {
    const plan = recallAll(view, floor);
    expect([...plan.values()].every((room) => room === null)).toBe(true);
    expect(basisOf(view, floor, plan).rooms).toMatchObject({ [id('home-e')]: id('s-he'), [id('home-i')]: id('s-hi'), [id('mediators')]: null });
    expect(plan.has(id('weizman'))).toBe(false);
  });

  it('RM4_shows_the_floor_as_it_would_be_and_puts_back_who_is_put_back', () => {
    const plan = planned(view, floor, none, people('weizman'), id('joint'));
    expect(projected(view, floor, plan)[0]?.people).toContain(id('weizman'));
    expect(planned(view, floor, plan, people('weizman'), id('home-i')).size).toBe(0);
  });

  it('RM4_what_was_affirmed_goes_with_the_second_asking_only', () => {
    const plan = planned(view, floor, none, people('weizman'), id('joint'));
    expect(arrangeOf(view, floor, plan)).not.toHaveProperty('confirm');
    const confirm = { meetings: [[id('egypt'), israel] as [string, string]], takenOut: [] };
    expect(arrangeOf(view, floor, plan, confirm).confirm).toEqual(confirm);
  });
});
