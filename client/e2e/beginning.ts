import { type Browser, expect, type Page } from '@playwright/test';
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
  /** Whether the secretariat stays at its screen. */
  readonly secretariat?: boolean;
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

/** All of it at once: a session that has just been opened by the first of the cast. */
export async function begin(browser: Browser, story: Story): Promise<{ server: Server; who: Cast; secretary: Somebody }> {
  const server = await Server.start();
  const [, first] = await server.says(/secretariat: (\S+)/);
  const secretary = await somebody(browser, 'Secretariat');
  await secretary.page.goto(first!);
  const who = await everybodyComes(browser, story, await prepare(secretary.page, story));
  if (!story.secretariat) await secretary.context.close();
  await admitAndOpen(who[story.cast[0]!.name]!, who, story);
  return { server, who, secretary };
}
