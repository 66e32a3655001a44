import { expect, test } from '@playwright/test';
import { looksRight } from './looks';
import { roomOf, somebody } from './people';
import { Server } from './server';

test('the demonstration opens for its visitors and shows what a session keeps', async ({ browser }) => {
  const server = await Server.start('demo');
  const enter = async (name: string, size?: { width: number; height: number }) => {
    const [, link] = await server.says(new RegExp(`  ${name} +(http\\S+)`));
    const who = await somebody(browser, name, size);
    await who.page.goto(link!);
    await who.page.getByRole('button', { name: 'Take part' }).click();
    return who;
  };
  const carter = await enter('Carter'), kamel = await enter('Kamel', { width: 360, height: 740 });

  await test.step('the mediator sees a deadline, a call that is seen to, and a kept arrangement', async () => {
    const { page } = carter;
    await expect(page.getByRole('heading', { name: 'The floor' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('region', { name: 'Calls' })).toContainText('A word on the exchange of letters, please.');
    await expect(page.getByRole('region', { name: 'Calls' })).toContainText('Vance sees to it.');
    await expect(roomOf(carter).getByText(/^Until .* left$/)).toBeVisible();
    await looksRight(page, 'demo-floor');
    await page.getByRole('button', { name: 'Arrangements' }).click();
    await expect(page.getByRole('menuitem', { name: 'The three together' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.screenshot({ path: 'test-results/demo-floor.png' });
  });

  await test.step('a delegate finds what was said where he sat: an answer, a file, a rendition, a release', async () => {
    const { page } = kamel;
    await expect(roomOf(kamel).getByRole('heading', { name: 'Joint room' })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('li.released', { hasText: 'the Knesset votes on the settlements' })).toContainText('Released by Israel');
    await page.getByRole('tab', { name: 'Earlier' }).click();
    const field = page.getByRole('textbox', { name: 'Search what you may read' });
    const search = async (words: string, found: RegExp) => {
      await field.fill(words);
      await field.press('Enter');
      await expect(page.getByRole('search').getByRole('status')).toHaveText(found);
    };
    await search('settlements', /^\d+ places found\.$/);
    await looksRight(page, 'demo-search');
    await page.screenshot({ path: 'test-results/demo-search.png' });
    await search('framework version', /^1 place found\.$/);
    await page.getByRole('button', { name: /^Read it in its place/ }).click();
    const place = page.getByRole('region', { name: 'What was said there' });
    await expect(place.getByRole('link', { name: /^Download Framework, version 1.txt/ })).toBeVisible();
    await expect(place.getByText(/^In answer to Sadat:/)).toBeVisible();
    await search('مقبولة', /^1 place found\.$/);
    await expect(page.locator('.found-line')).toContainText('rendered in Arabic');
    await search('We do not give up the settlements', /^Nothing was found/);
  });

  await server.stop();
});
