import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { begin, type Story } from './beginning';
import { Floor } from './floor';
import { looksRight, picture } from './looks';
import { say, type Somebody } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/11',
  parties: ['Aldova', 'Brenia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Aron Ash', role: 'Counsel', party: 'Aldova', phone: true },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
  ],
};

const status = (who: Somebody) => who.page.getByRole('search').getByRole('status');

async function search(who: Somebody, words: string): Promise<void> {
  await who.page.getByRole('tab', { name: 'Earlier' }).click();
  const field = who.page.getByRole('textbox', { name: 'Search what you may read' });
  await field.fill(words);
  await field.press('Enter');
}

/** A download, as it lies on one's own device. */
async function taken(page: Page, link: string): Promise<{ name: string; path: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

test('one searches and takes away what one sat in, and nothing of what others said', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, aron = who['Aron Ash']!, bea = who['Bea Birk']!;
  const floor = new Floor(ines);

  await test.step('something is said in the joint room, in two caucuses, and among a delegation', async () => {
    for (const name of ['Delegation of Aldova', 'Delegation of Brenia', 'Ines Maru']) await floor.into(name, 'Joint room');
    await say(bea, 'The lighthouse is our oldest building.');
    await floor.intoCaucuses(...story.parties);
    await floor.into('Ines Maru', 'Caucus, Aldova');
    await say(ada, 'Between us: the LIGHTHOUSE may go, if the harbour stays.');
    await floor.into('Ines Maru', 'Caucus, Brenia');
    await say(bea, 'We would trade fishing rights in the south.');
    await ada.page.getByRole('tab', { name: 'Delegation' }).click();
    const talk = ada.page.getByRole('tabpanel', { name: 'Delegation' });
    await talk.getByRole('textbox').fill('Nobody asked about the lighthouse keeper.');
    await talk.getByRole('button', { name: 'Send' }).click();
    await expect(talk.getByText('lighthouse keeper')).toBeVisible();
  });

  await test.step('SI4 the same word finds for each what was said where he sat', async () => {
    const address = ada.page.url();
    await search(ada, 'lighthouse');
    await expect(status(ada)).toHaveText('3 places found.');
    const found = (head: string) => ada.page.locator('.found-group', { has: ada.page.getByRole('heading', { name: head, exact: true }) });
    await expect(found('Joint room')).toContainText('The lighthouse is our oldest building.');
    await expect(found('Joint room')).toContainText('There sat Ines Maru, Ada Alder, Aron Ash and Bea Birk.');
    await expect(found('Caucus, Aldova').locator('mark')).toHaveText('LIGHTHOUSE');
    await expect(found('The delegation among itself')).toContainText('lighthouse keeper');
    await search(bea, 'lighthouse');
    await expect(status(bea)).toHaveText('1 place found.');
    await expect(bea.page.getByRole('heading', { level: 3, name: 'Joint room' })).toBeVisible();
    await search(bea, 'harbour stays');
    await expect(status(bea)).toHaveText('Nothing was found in what you may read.');
    await search(ada, 'fishing rights');
    await expect(status(ada)).toHaveText('Nothing was found in what you may read.');
    await search(ines, 'lighthouse');
    await expect(status(ines)).toHaveText('2 places found.');
    expect(ada.page.url()).toBe(address);
    expect(await ada.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]))).not.toContain('fishing');
  });

  await test.step('SI4 one reads on where it was said, on a phone and by the keyboard', async () => {
    await search(aron, 'lighthouse may');
    await expect(status(aron)).toHaveText('1 place found.');
    await looksRight(aron.page, 'search');
    await aron.page.getByRole('button', { name: /^Read it in its place/ }).press('Enter');
    const place = aron.page.getByRole('region', { name: 'What was said there' });
    await expect(place.locator('[aria-current=location]')).toBeFocused();
    await expect(place.getByRole('heading', { name: 'Caucus, Aldova' })).toBeVisible();
    await expect(place.getByText('Ines Maru')).toBeVisible();
    await looksRight(aron.page, 'search-place');
    await place.getByRole('button', { name: 'Back to what was found' }).press('Enter');
    await expect(aron.page.getByRole('button', { name: /^Read it in its place/ })).toBeFocused();
    await aron.page.getByRole('textbox', { name: 'Search what you may read' }).press('Escape');
    await expect(aron.page.locator('.found-group')).toHaveCount(0);
  });

  await test.step('without a connection the search says so, and finds again when it is back', async () => {
    await bea.context.setOffline(true);
    await server.kill();
    await expect(bea.page.getByText(/No connection since/)).toBeVisible();
    await search(bea, 'oldest building');
    await expect(bea.page.getByText('There is no connection, so nothing was searched.')).toBeVisible();
    await server.up();
    await bea.context.setOffline(false);
    await expect(bea.page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
    await search(bea, 'oldest building');
    await expect(status(bea)).toHaveText('1 place found.');
    await bea.page.getByRole('button', { name: 'Close the search' }).click();
  });

  await test.step('SI4 one’s own record is taken away to be read, and holds the same', async () => {
    const record = await taken(bea.page, 'Download it to read and print');
    expect(record.name).toMatch(/\.html$/);
    const reading = await bea.context.newPage();
    const asked: string[] = [];
    reading.on('request', (request) => asked.push(request.url()));
    // what lies on the disk is opened as a person would open it: a page that asks for nothing and runs nothing
    await reading.setContent(record.text);
    for (const own of ['The lighthouse is our oldest building.', 'We would trade fishing rights in the south.']) await expect(reading.getByText(own)).toBeVisible();
    for (const foreign of ['if the harbour stays', 'lighthouse keeper', 'Caucus, Aldova']) expect(record.text).not.toContain(foreign);
    expect(record.text).not.toMatch(/<script/i);
    expect(asked).toEqual([]);
    await picture(reading, 'record');
    await reading.close();
  });

  await test.step('SI4 and for programs: every event is of a circle of one’s own', async () => {
    await ada.page.getByRole('button', { name: 'Close the search' }).click();
    const record = await taken(ada.page, 'Download it for programs (JSON)');
    expect(record.name).toMatch(/\.json$/);
    const { circles, person } = JSON.parse(record.text) as { person: { name: string }; circles: { kind: string; events: { body: { type: string; text?: string; people?: string[] } }[] }[] };
    expect(JSON.stringify(person)).toContain('Ada Alder');
    const texts = circles.flatMap(({ events }) => events.flatMap(({ body }) => (body.type === 'said' ? [body.text] : [])));
    expect(texts.toSorted()).toEqual(['Between us: the LIGHTHOUSE may go, if the harbour stays.', 'Nobody asked about the lighthouse keeper.', 'The lighthouse is our oldest building.']);
    expect(circles.map(({ kind }) => kind)).not.toContain('bench');
  });

  await server.stop();
});
