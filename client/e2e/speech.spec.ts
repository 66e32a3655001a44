import { readFile } from 'node:fs/promises';
import { begin, type Story } from './beginning';
import { Floor } from './floor';
import { looksRight } from './looks';
import { roomOf, say, type Somebody } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/9',
  parties: ['Aldova', 'Brenia', 'Cordia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Aron Ash', role: 'Counsel', party: 'Aldova', phone: true },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
    { name: 'Cato Cedar', role: 'Head of delegation', party: 'Cordia' },
    { name: 'Ivo Lark', role: 'Interpreter' },
  ],
};

const line = (who: Somebody, text: string) => roomOf(who).locator('li.said', { hasText: text }).first();
const choose = async (who: Somebody, text: string, what: string) => {
  await line(who, text).getByRole('button', { name: 'What can be done with this' }).click();
  await who.page.getByRole('menuitem', { name: what }).click();
};

test('what is said in a caucus is answered, carries files, is rendered, and is released to those who are named alone', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, aron = who['Aron Ash']!, bea = who['Bea Birk']!, cato = who['Cato Cedar']!, ivo = who['Ivo Lark']!;
  const others = [bea, cato];
  const floor = new Floor(ines);

  await test.step('SI3 one answers what was said, and everybody sees what it answers', async () => {
    await floor.intoCaucuses(...story.parties);
    for (const name of ['Ines Maru', 'Ivo Lark']) await floor.into(name, 'Caucus, Aldova');
    await say(ines, 'What do you need on the northern shore?');
    await choose(ada, 'What do you need', 'Answer this');
    await expect(roomOf(ada).getByText(/^In answer to Ines Maru: What do you need/)).toBeVisible();
    await say(ada, 'A harbour that stays open in winter.');
    for (const one of [ines, aron, ivo]) await expect(line(one, 'A harbour that stays open')).toContainText('In answer to Ines Maru: What do you need on the northern shore?');
    await say(aron, 'And access for the ferries.');
  });

  let address = '';
  await test.step('SI3 a file goes to those who sit there, and to nobody else', async () => {
    await roomOf(ada).locator('input[type=file]').setInputFiles({ name: 'depths of the harbour.csv', mimeType: 'text/csv', buffer: Buffer.from('place,metres\nnorth,12\n') });
    await expect(roomOf(ada).getByText('Ready. Nobody has it before you send.')).toBeVisible();
    await say(ada, 'The depths are in the table.');
    const link = roomOf(aron).getByRole('link', { name: /^Download depths of the harbour.csv/ });
    const [download] = await Promise.all([aron.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('depths of the harbour.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('place,metres\nnorth,12\n');
    address = (await link.getAttribute('href'))!;
    for (const one of others) {
      const answer = await one.page.request.get(`${server.url}${address}`);
      expect(answer.status()).toBe(404);
      await expect(one.page.getByText('depths of the harbour')).toHaveCount(0);
    }
  });

  await test.step('SI3 what a browser would run is not taken, and no name makes it run', async () => {
    for (const [name, mimeType] of [['page.html', 'text/html'], ['mark.svg', 'image/svg+xml']] as const) {
      await roomOf(ada).locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>') });
      await expect(roomOf(ada).getByText(/Files of this type are not taken/)).toBeVisible();
      await roomOf(ada).getByRole('button', { name: `Take ${name} off` }).click();
    }
    await roomOf(ada).locator('input[type=file]').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('<html><script>document.title = "taken over"</script></html>') });
    await expect(roomOf(ada).getByText('Ready. Nobody has it before you send.')).toBeVisible();
    await say(ada, 'A note goes with this.');
    const href = (await roomOf(ines).getByRole('link', { name: /^Download note.txt/ }).getAttribute('href'))!;
    const answer = await ines.page.request.get(`${server.url}${href}`);
    expect(answer.headers()).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment/), 'x-content-type-options': 'nosniff' });
    expect(answer.headers()['content-type']).toMatch(/^text\/plain/);
    // opened by its address too it is a download: the browser shows nothing of it
    const tab = await ines.context.newPage();
    const coming = tab.waitForEvent('download');
    await tab.goto(`${server.url}${href}`).catch(() => null);
    expect((await coming).suggestedFilename()).toBe('note.txt');
    expect(await tab.title()).toBe('');
    await tab.close();
  });

  await test.step('SI3 an interpreter renders it for those who sat there', async () => {
    await choose(ivo, 'A harbour that stays open', 'Render in another language');
    await ivo.page.getByRole('textbox', { name: /^Language code/ }).fill('fr');
    await ivo.page.getByLabel('Your rendition').fill('Un port ouvert en hiver.');
    await looksRight(ivo.page, 'rendition');
    await ivo.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    for (const one of [ines, ada, aron]) {
      await expect(line(one, 'A harbour that stays open')).toContainText('Un port ouvert en hiver.');
      await expect(line(one, 'A harbour that stays open')).toContainText('French, rendered by Ivo Lark');
    }
    for (const one of others) await expect(one.page.getByText('Un port ouvert')).toHaveCount(0);
    await line(aron, 'A harbour that stays open').scrollIntoViewIfNeeded();
    await looksRight(aron.page, 'room-with-rendition');
  });

  await test.step('SI5 a release is asked twice, copies the exact words, and reaches those who were named', async () => {
    await expect(line(aron, 'A harbour that stays open').getByRole('button', { name: 'What can be done with this' })).toBeVisible();
    await line(aron, 'A harbour that stays open').getByRole('button', { name: 'What can be done with this' }).click();
    await expect(aron.page.getByRole('menuitem', { name: 'Release' })).toHaveCount(0);
    await aron.page.keyboard.press('Escape');
    await choose(ada, 'A harbour that stays open', 'Release');
    const dialog = ada.page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Show what this does' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'Delegation of Brenia' }).check();
    await looksRight(ada.page, 'release');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await expect(dialog).toContainText('They will be read by: Delegation of Brenia.');
    await expect(dialog).toContainText('This is final.');
    await expect(bea.page.getByText('A harbour that stays open')).toHaveCount(0);
    await looksRight(ada.page, 'release-asked-again');
    await dialog.getByRole('button', { name: 'Release', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await bea.page.getByRole('tab', { name: 'Delegation' }).click();
    const released = bea.page.locator('li.released');
    await expect(released).toContainText('A harbour that stays open in winter.');
    await expect(released).toContainText('Released by Aldova');
    await expect(released).not.toContainText('Ada Alder');
    await expect(bea.page.getByText('And access for the ferries.')).toHaveCount(0);
    await expect(ines.page.getByText('A harbour that stays open in winter.').first()).toBeVisible();
    await looksRight(bea.page, 'released');
    for (const text of ['A harbour that stays open', 'Released by Aldova', 'released words']) await expect(cato.page.getByText(text)).toHaveCount(0);
    await cato.page.reload();
    await expect(roomOf(cato).getByRole('heading', { name: 'Caucus, Cordia' })).toBeVisible();
    await expect(cato.page.getByText('A harbour that stays open')).toHaveCount(0);
  });

  await server.stop();
});
