import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Server } from '../e2e/server';
import { House, must } from './house';
import { newId, Taker } from './taker';

// Calendar entries, read by a parser that calendars use.
const reference = `M-7/2026, "Étang"; \\n 湖 ${'ö'.repeat(70)}`;
const secrets = ['Waters', 'Aland', 'Borduria', 'Mara', 'Ana', 'Berta', 'joint', 'caucus'];
let server: Server;
let house: House;
let people: Record<'mediator' | 'ana' | 'berta', Taker>;

beforeAll(async () => {
  server = await Server.start();
  house = new House(server.url);
  people = await house.prepare((await server.says(/secretariat: \S+#(\S+)/))[1]!, reference);
});

afterAll(async () => {
  for (const taker of [house?.secretary, ...Object.values(people ?? {})]) await taker?.cut();
  await server?.stop();
});

async function ask(taker: Taker, path: string): Promise<Response> {
  return fetch(`${server.url}/api/sessions/${house.session}/meetings${path}`, { headers: { Authorization: `Bearer ${taker.bearer}` } });
}

async function entry(meeting: string) {
  const answer = await ask(people.ana, `/${meeting}.ics`);
  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="?meeting\.ics"?(; filename\*=UTF-8''meeting\.ics)?$/);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const text = await answer.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [only, ...others] = calendar.getAllSubcomponents();
  expect([only!.name, others]).toEqual(['vevent', []]);
  return { text, calendar, event: new ICAL.Event(only!), row: only! };
}

const set = (meeting: string, at: string, minutes = 90) => must(house.secretary, { type: 'meeting.set', meeting, at, minutes });

/** The last Sunday of a month of next year, on which Europe changes its clocks. */
function lastSunday(month: number): Date {
  const day = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month, 31));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day;
}

const inZurich = (at: Date) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Zurich', hour: '2-digit', minute: '2-digit' }).format(at);

it('SE5_an_entry_keeps_its_uid_and_its_sequence_grows_until_it_is_cancelled', async () => {
  const meeting = newId();
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await set(meeting, `${day}T09:00:00Z`);
  const first = await entry(meeting);
  await set(meeting, `${day}T10:00:00Z`, 60);
  const moved = await entry(meeting);
  await must(house.secretary, { type: 'meeting.cancel', meeting });
  const gone = await entry(meeting);
  const of = ({ calendar, event, row }: typeof first) => [
    calendar.getFirstPropertyValue('method'), row.getFirstPropertyValue('status'), event.uid, event.sequence,
    event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString(),
  ];
  expect(of(first)).toEqual(['PUBLISH', 'CONFIRMED', meeting, 0, `${day}T09:00:00.000Z`, `${day}T10:30:00.000Z`]);
  expect(of(moved)).toEqual(['PUBLISH', 'CONFIRMED', meeting, 1, `${day}T10:00:00.000Z`, `${day}T11:00:00.000Z`]);
  expect(of(gone)).toEqual(['CANCEL', 'CANCELLED', meeting, 2, `${day}T10:00:00.000Z`, `${day}T11:00:00.000Z`]);
  expect(first.calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(first.calendar.getFirstPropertyValue('prodid')).toBeTruthy();
  expect(first.row.getFirstPropertyValue('dtstamp')).toBeTruthy();
});

it.each([['in spring', 2], ['in autumn', 9]])('SE5_the_hour_is_the_same_on_the_wall_before_and_after_the_clocks_change_%s', async (_, month) => {
  const change = lastSunday(month);
  for (const days of [-1, 1]) {
    const meeting = newId();
    const summer = (month === 2) === (days > 0);
    const day = new Date(change.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const at = `${day}T${summer ? '08' : '09'}:00:00Z`;
    await set(meeting, at);
    const { event } = await entry(meeting);
    expect(event.startDate.zone.tzid).toBe('UTC');
    expect(event.startDate.toJSDate()).toEqual(new Date(at));
    expect(inZurich(event.startDate.toJSDate())).toBe('10:00');
  }
});

it('SE5_lines_are_folded_at_75_octets_and_words_come_back_as_they_were', async () => {
  const meeting = newId();
  await set(meeting, `${new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 16)}:00Z`);
  const { text, event } = await entry(meeting);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // no letter is cut in two
    expect(line).not.toContain('�');
  }
  expect(event.summary).toBe(reference);
});

it('SE5_an_entry_tells_the_reference_and_the_way_to_the_page_and_nothing_of_the_case', async () => {
  const meeting = newId();
  await set(meeting, `${new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 16)}:00Z`);
  const { text, row } = await entry(meeting);
  const link = `${server.url}/s/${house.session}`;
  expect(row.getFirstPropertyValue('url')).toBe(link);
  expect(row.getFirstPropertyValue('class')).toBe('PRIVATE');
  expect([...new Set(row.getAllProperties().map(({ name }) => name))].toSorted()).toEqual(
    ['class', 'dtend', 'dtstamp', 'dtstart', 'location', 'sequence', 'status', 'summary', 'uid', 'url']);
  const unfolded = text.replaceAll('\r\n ', '');
  for (const secret of secrets) expect(unfolded).not.toContain(secret);
  // the page is the same for everybody: who is not known there is told nothing
  expect(await (await fetch(link)).text()).not.toContain('Waters');
  expect((await fetch(`${server.url}/api/sessions/${house.session}/meetings/${meeting}.ics`)).status).toBe(401);
  expect((await ask(new Taker(server.url, house.session, { bearer: newId() }), '')).status).toBe(401);
});
