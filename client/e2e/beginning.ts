import { type Browser, expect, type Page } from '@playwright/test';
import { connected, House, opened } from '../interop/house';
import { Taker } from '../interop/taker';
import { comeIn, credentials, invitation, register, type Somebody, somebody } from './people';
import { Server } from './server';

/** Somebody of a story; on a phone, or at a desk. */
export interface Part {
  readonly name: string;
  readonly role: string;
  readonly party?: string;
  readonly phone?: boolean;
}

export interface Story {
  readonly reference: string;
  readonly parties: readonly string[];
  readonly cast: readonly Part[];
  /** When the hall is told of caucuses; as the form has it if nothing is said. */
  readonly notice?: string;
  /** Whether the public may know that there is a session. */
  readonly existence?: boolean;
}

export type Cast = Record<string, Somebody>;

const phone = { width: 360, height: 740 };
const heads = ({ cast }: Story) => cast.filter((part) => part.role === 'Head of delegation').map((part) => part.name);

/** From the house's door on: parties, people, credentials, protocol, and a link for everybody. */
export async function prepare(page: Page, story: Story): Promise<Record<string, string>> {
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByLabel('Reference').fill(story.reference);
  await page.getByLabel('Title').fill('Waters of the lake');
  await page.getByRole('button', { name: 'Prepare' }).click();
  for (const party of story.parties) {
    await page.getByLabel('Name of the party').fill(party);
    await page.getByRole('button', { name: 'Add the party' }).click();
    await expect(page.getByRole('heading', { name: party })).toBeVisible();
  }
  for (const person of story.cast) await register(page, person.name, person.role, person.party);
  for (const head of heads(story)) await credentials(page, head);
  await page.getByRole('button', { name: 'Propose a protocol' }).click();
  if (story.notice) await page.getByLabel('Notice of caucuses').selectOption(story.notice);
  if (story.existence) await page.getByLabel('The existence of the session is public').check();
  await page.getByRole('button', { name: /^Propose/ }).last().click();
  const links: Record<string, string> = {};
  for (const { name } of story.cast) links[name] = await invitation(page, name);
  return links;
}

/** Everybody follows his link, each in a browser of his own, and gives the undertaking. */
export async function everybodyComes(browser: Browser, story: Story, links: Record<string, string>): Promise<Cast> {
  const who: Cast = {};
  for (const { name, phone: small } of story.cast) {
    who[name] = await somebody(browser, name, small ? phone : undefined);
    await comeIn(who[name], links[name]!);
  }
  return who;
}

/** A mediator admits all who wait, the heads accept the protocol, and the session is open. */
export async function admitAndOpen(mediator: Somebody, who: Cast, story: Story): Promise<void> {
  const { page } = mediator;
  await page.getByRole('tab', { name: /Lobby/ }).click();
  const waiting = page.getByRole('tabpanel').locator('section');
  await expect(waiting).not.toHaveCount(0);
  // who comes a moment later is admitted with the next
  await expect(async () => {
    for (let left = await waiting.count(); left > 0; left--) {
      await waiting.first().getByRole('button', { name: /^Admit/ }).first().click();
      await expect(waiting).toHaveCount(left - 1, { timeout: 5_000 });
    }
    for (const one of Object.values(who)) await expect(one.page.getByRole('heading', { name: 'You are waiting to be admitted' })).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText('Nobody is waiting.')).toBeVisible();
  await page.getByRole('tab', { name: 'My room' }).click();
  for (const head of heads(story)) {
    await who[head]!.page.getByRole('tab', { name: /Protocol/ }).click();
    await who[head]!.page.getByRole('button', { name: /^Accept for/ }).click();
  }
  await page.getByRole('button', { name: 'Open the session' }).click();
  await expect(page.getByRole('button', { name: 'Adjourn' })).toBeVisible();
}

interface Seat {
  readonly one: Somebody;
  readonly person: string;
  readonly role: string;
  readonly taker: Taker;
}

const roles: Record<string, string> = { Mediator: 'mediator', 'Head of delegation': 'head', Counsel: 'counsel', Interpreter: 'interpreter' };
const authorities = ['speak', 'submit', 'convey', 'accept', 'release', 'brief', 'consent', 'sign', 'appoint', 'withdraw'];

/**
 * A session that has just been opened by the first of the cast, with everybody at his own browser. How one comes to that on screen is what
 * the story of a session tells; here it is done by HTTP and hub. Each page is seen before anything is loaded into it.
 */
export async function begin(browser: Browser, story: Story, sees: (one: Somebody) => unknown = () => undefined): Promise<{ server: Server; house: House; who: Cast }> {
  const server = await Server.start();
  const [, token] = await server.says(/secretariat: \S+#(\S+)/);
  const house = new House(server.url);
  await house.begin(token!, story.reference, 'Waters of the lake');
  const parties = new Map<string | undefined, string>();
  for (const party of story.parties) parties.set(party, await house.party(party));
  const seats: Seat[] = [];
  for (const { name, role, party, phone: small } of story.cast) {
    const person = await house.person(name, roles[role]!, parties.get(party));
    if (role === 'Head of delegation') await house.credentials(person, authorities);
    const one = await somebody(browser, name, small ? phone : undefined);
    sees(one);
    const entered = await one.context.request.post(`${server.url}/api/enter`, { data: { token: await house.link(person), label: 'Chromium', program: false } });
    expect(entered.ok()).toBe(true);
    const cookie = (await one.context.cookies()).map((crumb) => `${crumb.name}=${crumb.value}`).join('; ');
    seats.push({ one, person, role, taker: new Taker(server.url, house.session, { cookie }) });
  }
  await house.propose({ existencePublic: story.existence ?? false });

  const takers = seats.map(({ taker }) => taker);
  const leading = seats.filter(({ role }) => role === 'Head of delegation'), waiting = seats.filter(({ role }) => role !== 'Mediator');
  await connected(takers);
  await opened(takers[0]!, leading.map(({ taker }) => taker), waiting.map(({ person }) => person), takers);
  for (const taker of [house.secretary, ...takers]) await taker.cut();
  await Promise.all(seats.map(({ one }) => comeBack(one, house)));
  return { server, house, who: Object.fromEntries(seats.map(({ one }) => [one.name, one])) };
}

/** The secretariat at the screen of its session. */
export async function secretariat(browser: Browser, house: House): Promise<Somebody> {
  const one = await somebody(browser, 'Secretariat');
  await one.context.addCookies(house.cookie.split('; ').map((crumb) => {
    const [name, value] = crumb.split('=') as [string, string];
    return { name, value, url: house.url };
  }));
  await comeBack(one, house);
  return one;
}

/** Opens the session's own address, on a browser that is known there. */
async function comeBack({ page }: Somebody, house: House): Promise<void> {
  await page.goto(`${house.url}/s/${house.session}`);
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
}
