import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

/** Somebody at a browser of his own. */
export interface Somebody {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

export async function somebody(browser: Browser, name: string, size = { width: 1280, height: 800 }, timezoneId?: string): Promise<Somebody> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', ...(timezoneId ? { timezoneId } : {}) });
  const page = await context.newPage();
  page.on('pageerror', (error) => { throw new Error(`${name}: ${error.message}`); });
  return { name, context, page };
}

/** The secretariat registers a person and hands over a personal link. */
export async function register(secretary: Page, name: string, role: string, party?: string): Promise<void> {
  const form = secretary.locator('form', { hasText: 'Register a person' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Role').selectOption({ label: role });
  if (party) await form.getByLabel('Party').selectOption({ label: party });
  await form.getByRole('button', { name: 'Register' }).click();
  await expect(row(secretary, name)).toBeVisible();
}

export const row = (secretary: Page, name: string) => secretary.locator('.register-row', { hasText: name });

export async function credentials(secretary: Page, name: string): Promise<void> {
  await row(secretary, name).getByRole('button', { name: 'Credentials' }).click();
  await secretary.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(row(secretary, name)).toContainText('appoints');
}

export async function invitation(secretary: Page, name: string): Promise<string> {
  await row(secretary, name).getByRole('button', { name: 'Invitation' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Issue a link' }).click();
  const link = await dialog.getByLabel('The link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Follows a personal link to the undertaking, and gives it. */
export async function comeIn(who: Somebody, link: string): Promise<void> {
  await who.page.goto(link);
  await who.page.getByRole('button', { name: 'Take part' }).click();
  await who.page.getByLabel('I have read this undertaking and give it.').check();
  const give = who.page.getByRole('button', { name: 'Give the undertaking' });
  await give.click();
  // now he waits in the lobby, and those who admit know
  await expect(give).toBeHidden();
}

/** What he is shown of the room he sits in. */
export const roomOf = (who: Somebody) => who.page.getByRole('region', { name: /^Room:/ });

export async function say(who: Somebody, text: string): Promise<void> {
  await roomOf(who).getByRole('textbox').fill(text);
  await roomOf(who).getByRole('button', { name: 'Send' }).click();
  await expect(roomOf(who).getByText(text)).toBeVisible();
}
