import { HttpTransportType } from '@microsoft/signalr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Server } from '../e2e/server';
import { House, must } from './house';
import { Taker } from './taker';

// The official client in plain Node takes part by PROTOCOL.md alone.
const transports = [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling];
let server: Server;
let token = '';
let house: House;
let people: Record<'mediator' | 'ana' | 'berta', Taker>;

beforeAll(async () => {
  server = await Server.start();
  token = (await server.says(/secretariat: \S+#(\S+)/))[1]!;
  house = new House(server.url);
  people = await house.prepare(token);
});

afterAll(async () => {
  for (const taker of [house?.secretary, ...Object.values(people ?? {})]) await taker?.cut();
  await server?.stop();
});

/** Everybody into the joint room, by the floor that the mediator was told. */
async function together(): Promise<void> {
  const { mediator, ana, berta } = people;
  interface Row { room: string; kind: string; sitting: string | null; people: string[] }
  const floor = new Map<string, Row>();
  const rows = () => {
    for (const { body } of mediator.events.filter((told) => told.kind === 'bench')) {
      for (const row of (body['floor'] ?? body['rooms'] ?? []) as Row[]) floor.set(row.room, row);
    }
    return [...floor.values()];
  };
  const joint = rows().find((row) => row.kind === 'joint')!;
  const going = rows().filter((row) => row.kind === 'home' || row.kind === 'mediators');
  const moved = going.flatMap((row) => row.people.map((person) => [person, row.sitting] as const));
  const arrange = {
    type: 'arrange', moves: [{ room: joint.room, people: moved.map(([person]) => person), parties: [] }],
    basis: { people: Object.fromEntries(moved), rooms: { [joint.room]: joint.sitting } },
  };
  const preview = await mediator.invoke('Preview', arrange);
  const { meetings, takenOut } = preview['consequences'] as { meetings: string[][]; takenOut: string[] };
  const refused = await mediator.do(arrange);
  expect(refused.refusal?.code).toBe('needs_confirmation');
  await must(mediator, { ...arrange, confirm: { meetings, takenOut } });
  for (const taker of [ana, berta, mediator]) await taker.until(() => taker.all('sitting.opened').at(-1)?.body['kind'] === 'joint');
}

describe('the wire, by its documentation', () => {
  it('RM3_a_move_reaches_everybody_in_it_as_one_notice', async () => {
    await together();
    const [mine, theirs] = [people.ana, people.berta].map((taker) => taker.all('sitting.opened').at(-1)!);
    expect(mine).toEqual(theirs);
    expect(mine!.body['people']).toHaveLength(3);
  });

  it.each(transports)('DL8_what_was_missed_follows_once_and_in_order_over_transport_%i', async (transport) => {
    const { ana, berta } = people;
    await must(ana, { type: 'say', sitting: ana.sitting(), text: `before ${transport}`, language: 'en' });
    await berta.hears(`before ${transport}`);
    await berta.cut();
    await must(ana, { type: 'say', sitting: ana.sitting(), text: `missed ${transport}`, language: 'en' });
    await berta.connect(transport);
    expect((await berta.hello()).ok).toBe(true);
    await must(ana, { type: 'say', sitting: ana.sitting(), text: `live ${transport}`, language: 'en' });
    await berta.hears(`live ${transport}`);
    expect(berta.texts().slice(-3)).toEqual([`before ${transport}`, `missed ${transport}`, `live ${transport}`]);
    expect(berta.resets).toBe(0);
    expect(berta.faults).toEqual([]);
  });

  it('DL6_the_beat_is_the_hash_of_what_is_held', async () => {
    const { berta } = people;
    const before = berta.beats;
    await berta.until(() => berta.beats > before);
    expect(berta.faults).toEqual([]);
  });

  it('DL4_the_same_command_sent_twice_is_done_once', async () => {
    const { ana, berta } = people;
    const say = { type: 'say', sitting: ana.sitting(), text: 'once', language: 'en' };
    const id = 'c'.repeat(32);
    expect(await ana.do(say, id)).toEqual(await ana.do(say, id));
    expect((await ana.do({ ...say, text: 'other' }, id)).ok).toBe(false);
    await must(ana, { ...say, text: 'after' });
    await berta.hears('after');
    expect(berta.texts().filter((text) => text === 'once')).toHaveLength(1);
  });

  it('SI2_a_sitting_one_is_not_in_is_refused_with_a_code_and_a_sentence', async () => {
    const { ana } = people;
    const { refusal } = await ana.do({ type: 'say', sitting: 'b'.repeat(32), text: 'nowhere', language: 'en' });
    expect(refusal?.code).toMatch(/^[a-z_]+$/);
    expect(refusal?.sentence).toMatch(/\.$/);
    expect(typeof refusal?.retry).toBe('boolean');
  });

  it('ST6_an_outline_and_what_is_read_back_are_the_whole_sitting', async () => {
    const { berta, ana } = people;
    const whole = berta.events.filter((told) => told.circle === berta.sitting());
    const { bearer } = await again(berta);
    const fresh = new Taker(server.url, house.session, { bearer });
    await fresh.connect(HttpTransportType.WebSockets);
    expect((await fresh.hello(1)).ok).toBe(true);
    await fresh.until(() => fresh.past.length > 0);
    const sitting = ana.sitting();
    const newest = fresh.past.filter((told) => told.circle === sitting);
    expect(newest.map((told) => told.offset)).toEqual([1, whole.length]);
    const { events } = await fresh.invoke('Read', { circle: sitting, before: whole.length, max: 200 });
    expect([...(events as unknown[]), newest.at(-1)]).toEqual(whole);
    const { sittings } = await fresh.invoke('Sittings', { before: null, max: 200 });
    expect((sittings as { opened: { circle: string } }[]).map((one) => one.opened.circle)).not.toContain(sitting);
    expect((sittings as unknown[]).length).toBeGreaterThan(0);
    expect(fresh.faults).toEqual([]);
    await fresh.cut();
  });
});

/** A second device of the same person, by a code shown on the first. */
async function again(first: Taker): Promise<{ bearer: string }> {
  const response = await fetch(`${server.url}/api/sessions/${house.session}/code`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${first.bearer}` }, body: '{}',
  });
  if (!response.ok) throw new Error(`code: ${response.status}`);
  const { code } = (await response.json()) as { code: string };
  return house.post('/api/enter/code', { code, label: 'Another program', program: true });
}
