import { describe, expect, it } from 'vitest';
import { placeOf, reduce } from '../../src/session/reduce';
import { currentSitting, earlierSittings } from '../../src/session/select';
import { emptyView } from '../../src/session/view';
import { carter, dayan, secretariat } from '../fixtures/camp-david';

describe('the view of a session', () => {
  const { events } = dayan();
  const view = events.reduce(reduce, emptyView);

  it('DL1_is_the_same_when_every_event_comes_twice', () =>
    expect(events.flatMap((event) => [event, event]).reduce(reduce, emptyView)).toEqual(view));

  it('DL1_takes_nothing_behind_a_hole', () => {
    const second = events.find((event) => event.offset === 2);
    if (!second) throw new Error('the fixture has no second event');
    expect(placeOf(emptyView, second)).toBe('gap');
    expect(reduce(emptyView, second)).toBe(emptyView);
  });

  it('RM6_sits_in_the_newest_sitting_and_keeps_the_earlier_ones', () => {
    const opened = events.filter((event) => event.body.type === 'sitting.opened').map((event) => event.circle);
    expect(currentSitting(view)?.sitting).toBe(opened.at(-1));
    expect(earlierSittings(view).map((one) => one.sitting)).toEqual(opened.slice(0, -1));
  });

  it('SI4_shows_what_was_said_in_the_sitting_it_was_said_in', () => {
    for (const sitting of view.sittings) {
      const said = events.filter((event) => event.circle === sitting.sitting && event.body.type === 'said');
      expect(sitting.talk.map((one) => one.offset)).toEqual(said.map((event) => event.offset));
    }
  });

  it('RM10_gives_the_floor_to_mediators_alone', () => {
    expect(view.bench).toBeNull();
    expect(secretariat().events.reduce(reduce, emptyView).bench).toBeNull();
    expect(carter().events.reduce(reduce, emptyView).bench).not.toBeNull();
  });
});
