import { board, card, confirm, dialog, row } from './board';
import { looksRight, picture } from './looks';
import { roomOf, somebody } from './people';
import { Server } from './server';
import { expect, test } from './story';

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
    await picture(page, 'demo-floor');
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
    await picture(page, 'demo-search');
    await search('framework version', /^1 place found\.$/);
    await page.getByRole('button', { name: /^Read it in its place/ }).click();
    const place = page.getByRole('region', { name: 'What was said there' });
    await expect(place.getByRole('link', { name: /^Download Framework, version 1.txt/ })).toBeVisible();
    await expect(place.getByText(/^In answer to Sadat:/)).toBeVisible();
    await search('مقبولة', /^1 place found\.$/);
    await expect(page.locator('.found-line')).toContainText('rendered in Arabic');
    await search('We do not give up the settlements', /^Nothing was found/);
  });

  await test.step('the mediator sees where both began and what is agreed, a delegate what has reached him', async () => {
    await Promise.all([board(carter), board(kamel)]);
    for (const one of [carter, kamel]) {
      await expect(row(one, 'Settlements in Sinai')).toContainText('All of them are given up.');
      await expect(row(one, 'Settlements in Sinai')).toContainText('Agreed by all: The Knesset votes on them.');
      await expect(row(one, 'Jerusalem')).toContainText('Its return.');
    }
    await expect(row(carter, 'Airfields in Sinai')).toContainText('They are kept.Confided');
    await expect(row(kamel, 'Airfields in Sinai').getByLabel('Israel on Airfields in Sinai: nothing that you can see')).toBeVisible();
    await carter.page.setViewportSize({ width: 1280, height: 1000 });
    await picture(carter.page, 'demo-issues');
    await looksRight(kamel.page, 'demo-issues-phone');
  });

  await test.step('PR4 the proposal of 12 December 1980 waits for the answer of one party, which learns nothing of the other’s', async () => {
    const [argentina, samore] = [await enter('Head of the delegation of Argentina'), await enter('Cardinal Samoré')];
    const title = 'Proposal of 12 December 1980';
    await expect(argentina.page.getByText(`A proposal of the mediators waits for your answer: “${title}”.`)).toBeVisible({ timeout: 30_000 });
    await argentina.page.getByRole('button', { name: 'To the issues' }).click();
    await board(samore);
    await expect(card(samore, title)).toContainText('It lies before the parties.');
    await expect(card(samore, title).getByRole('list')).toHaveCount(0);
    await card(argentina, title).getByRole('button', { name: 'Read and answer' }).click();
    await expect(dialog(argentina)).toContainText('A shared Sea of Peace: narrow Chilean waters, a wider Argentine band.');
    await picture(argentina.page, 'demo-proposal');
    await looksRight(argentina.page, 'demo-proposal');
    await confirm(argentina, 'Yes');
    for (const one of [argentina, samore]) await expect(card(one, title)).toContainText('All agreed.');
    await expect(card(samore, title).getByRole('listitem')).toHaveText(['Chile: yes', 'Argentina: yes']);
    await expect(row(argentina, 'Islands')).toContainText('Agreed by all: To Chile; facilities for Argentina, within limits.');
  });

  await server.stop();
});
