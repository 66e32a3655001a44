import { describe, expect, it } from 'vitest';
import { arrangeOf, planned, projected, recallAll } from '../../src/floor/plan';
import type { RoomOnFloor } from '../../src/wire/protocol';
import { id } from '../fixtures/log';

const person = (name: string, role: 'mediator' | 'head' | 'adviser', party: string | null) =>
  ({ person: id(name), name, role, party: party && id(party) });
const view = { people: Object.fromEntries([person('m', 'mediator', null), person('a1', 'head', 'A'), person('a2', 'adviser', 'A'), person('b1', 'head', 'B')].map((p) => [p.person, p])) };
const room = (name: string, kind: RoomOnFloor['kind'], people: string[], party: string | null = null): RoomOnFloor =>
  ({ room: id(name), kind, name, party: party && id(party), sitting: people.length > 0 ? id(`s-${name}`) : null, people: people.map(id) });
const rooms = [room('joint', 'joint', []), room('homeA', 'home', ['a1', 'a2'], 'A'), room('homeB', 'home', ['b1'], 'B'), room('med', 'mediators', ['m']), room('c', 'caucus', [])];

describe('an arrangement', () => {
  it('RM3_moves_a_whole_delegation_as_a_party', () => {
    const plan = planned(view, rooms, new Map(), [id('a1'), id('a2')], id('c'));
    expect(arrangeOf(view, rooms, plan).moves).toEqual([{ room: id('c'), people: [], parties: [id('A')] }]);
  });

  it('RM5_names_the_sitting_that_each_person_and_room_was_seen_in', () => {
    const plan = planned(view, rooms, new Map(), [id('a1'), id('m')], id('homeB'));
    expect(arrangeOf(view, rooms, plan).basis).toEqual({
      people: { [id('a1')]: id('s-homeA'), [id('m')]: id('s-med') },
      rooms: { [id('homeB')]: id('s-homeB') },
    });
  });

  it('does not move whoever is put back where he is', () => {
    const plan = planned(view, rooms, new Map(), [id('b1')], id('joint'));
    expect(planned(view, rooms, plan, [id('b1')], id('homeB')).size).toBe(0);
  });

  it('RM7_recall_leads_everybody_home', () => {
    const spread = projected(view, rooms, planned(view, rooms, new Map(), ['m', 'a1', 'b1'].map(id), id('joint')));
    const plan = recallAll(view, spread);
    expect([...plan].map(([who, to]) => [who, to])).toEqual([[id('m'), null], [id('a1'), null], [id('b1'), null]]);
  });
});
