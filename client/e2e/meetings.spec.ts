import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { looksRight, pictures } from './looks';
import { comeIn, credentials, invitation, register, somebody } from './people';
import { Server } from './server';
import { expect, test } from './story';

const wide = { width: 1280, height: 800 };

const next = (page: Page) => page.getByRole('region', { name: 'Next meeting' });

/** The entry that a link of the page downloads, unfolded. */
async function downloaded(page: Page, link: RegExp): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), next(page).getByRole('link', { name: link }).click()]);
  expect(download.suggestedFilename()).toBe('meeting.ics');
  return readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '');
}

test('a meeting is set, moved and cancelled, and everybody sees it in his own time zone', async ({ browser }) => {
  const server = await Server.start();
  const [, first] = await server.says(/secretariat: (\S+)/);
  const secretary = await somebody(browser, 'Secretariat', wide, 'Europe/Zurich');
  const ada = await somebody(browser, 'Ada Alder', wide, 'Asia/Tokyo');
  const mara = await somebody(browser, 'Mara Moor', wide, 'America/New_York');
  const sheet = secretary.page.getByRole('region', { name: 'Meetings' });
  const day = `${new Date().getFullYear() + 1}-01-15`;

  await test.step('the secretariat prepares', async () => {
    const { page } = secretary;
    await page.goto(first!);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByLabel('Reference').fill('M/2026/7');
    await page.getByLabel('Title').fill('Waters of the lake');
    await page.getByRole('button', { name: 'Prepare' }).click();
    await page.getByLabel('Name of the party').fill('Aldova');
    await page.getByRole('button', { name: 'Add the party' }).click();
    await register(page, 'Ada Alder', 'Head of delegation', 'Aldova');
    await register(page, 'Mara Moor', 'Mediator');
    await credentials(page, 'Ada Alder');
  });

  await test.step('SE5 sets a meeting in the time zone of the house', async () => {
    await sheet.getByLabel('Day').fill(day);
    await sheet.getByLabel('Begins at').fill('16:30');
    await sheet.getByLabel('Minutes').fill('90');
    await expect(sheet.getByText('Central European Standard Time, Europe/Zurich')).toBeVisible();
    await sheet.getByRole('button', { name: 'Plan a meeting' }).click();
    await expect(sheet.getByRole('listitem')).toContainText(/15 January.*16:30.*18:00/);
    await pictures(secretary.page, 'meetings-secretariat');
  });

  await test.step('PE3 who has come into the lobby sees it in his own zone, which is named', async () => {
    await comeIn(ada, await invitation(secretary.page, 'Ada Alder'));
    await expect(next(ada.page)).toContainText(/16 January.*00:30.*02:00.*Japan Standard Time, Asia\/Tokyo/);
    await pictures(ada.page, 'meetings-lobby');
    await looksRight(ada.page, 'meetings-lobby');
    const entry = await downloaded(ada.page, /^Add to my calendar:/);
    expect(entry).toContain(`DTSTART:${day.replaceAll('-', '')}T153000Z`);
    expect(entry).toContain('SUMMARY:M/2026/7');
    expect(entry).not.toContain('Waters');
  });

  await test.step('admitted, she sees it on; a mediator sees it in hers', async () => {
    await comeIn(mara, await invitation(secretary.page, 'Mara Moor'));
    await mara.page.getByRole('tab', { name: /Lobby/ }).click();
    await mara.page.getByRole('tabpanel').getByRole('button', { name: /^Admit/ }).first().click();
    await expect(mara.page.getByText('Nobody is waiting.')).toBeVisible();
    await expect(next(mara.page)).toContainText(/15 January.*10:30.*12:00.*Eastern Standard Time, America\/New York/);
    await expect(ada.page.getByRole('region', { name: /^Room:/ })).toBeVisible();
    await expect(next(ada.page)).toContainText(/00:30/);
    await pictures(ada.page, 'meetings-room');
    await pictures(mara.page, 'meetings-floor');
  });

  await test.step('it is moved: everybody is told, and the entry has the same name and a higher sequence', async () => {
    await sheet.getByRole('button', { name: /^Change the time of the meeting/ }).click();
    const form = sheet.getByRole('listitem').locator('form');
    await form.getByLabel('Day').fill(day);
    await form.getByLabel('Begins at').fill('09:00');
    await form.getByRole('button', { name: 'Change the time' }).click();
    await expect(next(ada.page)).toContainText(/15 January.*17:00.*18:30/);
    await expect(ada.page.getByRole('region', { name: 'Notices of procedure' })).toContainText(/was moved to/);
    expect(await downloaded(ada.page, /^Add to my calendar:/)).toMatch(/SEQUENCE:1\r/);
    await looksRight(secretary.page, 'meetings-secretariat');
  });

  await test.step('it is cancelled: everybody is told, and takes it out of his calendar', async () => {
    await sheet.getByRole('button', { name: /^Cancel the meeting/ }).click();
    await expect(sheet.getByText('No meeting is planned.')).toBeVisible();
    await expect(next(ada.page)).toContainText(/^Cancelled/);
    const entry = await downloaded(ada.page, /^Take it out of my calendar:/);
    expect(entry).toContain('METHOD:CANCEL');
    expect(entry).toContain('STATUS:CANCELLED');
    await pictures(ada.page, 'meetings-cancelled');
    await looksRight(ada.page, 'meetings-cancelled');
  });

  await test.step('the page of the calls is whole under its own policy, on a phone and in the dark', async () => {
    const { page } = ada;
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => { if (!request.url().startsWith(server.url)) foreign.push(request.url()); });
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.goto(`${server.url}/openapi`);
    await expect(page.getByText('GET /api/sessions/{session}/meetings', { exact: true })).toBeVisible();
    await pictures(page, 'openapi');
    for (const row of await page.locator('details').all()) await row.evaluate((one: HTMLDetailsElement) => { one.open = true; });
    await page.locator('details', { hasText: 'POST /api/house/sessions' }).scrollIntoViewIfNeeded();
    await pictures(page, 'openapi-open');
    await looksRight(page, 'openapi');
    expect([foreign, complaints]).toEqual([[], []]);
  });

  for (const one of [secretary, ada, mara]) await one.context.close();
  await server.stop();
});
