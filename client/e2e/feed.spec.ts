import { violations } from './axe';
import { FeedHost, Relay } from './feedhost';
import { picture } from './looks';
import { expect, test } from './story';

const waters = [
  { language: 'en', title: 'Joint statement on the waters of the lake', text: 'Aldova and Brenia met on 2 March 2026.\n\nThey agreed to measure the level of the lake together, at two stations, from 1 April on. The figures are published every month.\n\nThey meet again in May.' },
  { language: 'ar', title: 'بيان مشترك بشأن مياه البحيرة', text: 'اجتمعت ألدوفا وبرينيا في 2 آذار/مارس 2026.\n\nواتفقتا على قياس منسوب البحيرة معًا في محطتين ابتداءً من 1 نيسان/أبريل.' },
  { language: 'zh-Hans', title: '关于湖水的联合声明', text: '阿尔多瓦和布雷尼亚于2026年3月2日举行会议。\n\n双方同意自4月1日起在两个站点共同测量湖水水位。' },
];
const notice = [{ language: 'en', title: 'Mediation has begun', text: 'The mediation between Aldova and Brenia began on 1 March 2026. Nothing else is said while it lasts.' }];
const wrong = [{ language: 'en', title: 'The meeting in May', text: 'The parties meet on 3 May.' }];
const right = [{ language: 'en', title: 'The meeting in May (corrected)', text: 'The parties meet on 4 May.' }];
const error = [{ language: 'en', title: 'A statement was published in error', text: 'The statement that stood here was published in error on 2 March 2026.' }];

test('CL3_ the feed is read by everybody: without scripts, on a phone, in the dark, on paper, in each language', async ({ browser }) => {
  const host = await FeedHost.start();
  const about = { reference: 'IOM/2026/8' };
  await host.publish({ ...about, at: '2026-03-01T08:00:00Z', kind: 'ProceduralNotice', onBehalf: ['International Mediation House'], texts: notice });
  const mistaken = await host.publish({ ...about, at: '2026-03-02T08:55:00Z', texts: wrong });
  await host.publish({ ...about, at: '2026-03-02T09:00:00Z', texts: waters });
  await host.publish({ ...about, at: '2026-03-02T09:30:00Z', kind: 'MediatorsStatement', onBehalf: ['Ines Maru', 'Jon Vale'], texts: right, relation: 'Correction', about: mistaken.id });
  const gone = await host.publish({ ...about, at: '2026-03-02T10:00:00Z', texts: wrong });
  await host.publish({ ...about, at: '2026-03-02T10:05:00Z', texts: error, relation: 'Retraction', about: gone.id });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      const page = await (await browser.newContext({ javaScriptEnabled: false, colorScheme, viewport: { width, height: 900 } })).newPage();
      await page.goto(`${host.url}/feed/IOM/2026/8?lang=${width === 360 ? 'ar' : 'en'}`);
      await expect(page.getByRole('article')).toHaveCount(5);
      await expect(page.getByRole('heading', { level: 3, name: waters[2]!.title })).toBeVisible();
      await picture(page, `look-feed-${width}-${colorScheme}`, { fullPage: true });
      await page.context().close();
      const checked = await (await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true })).newPage();
      await checked.goto(`${host.url}/feed/IOM/2026/8`);
      expect(await violations(checked)).toEqual([]);
      expect(await checked.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
      await checked.goto(`${host.url}/feed/verify`);
      await picture(checked, `look-verify-${width}-${colorScheme}`);
      expect(await checked.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
      await checked.context().close();
    }
  }
  const paper = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
  await paper.goto(`${host.url}/feed/IOM/2026/8`);
  await paper.emulateMedia({ media: 'print' });
  await picture(paper, 'look-feed-print', { fullPage: true });
  expect(await paper.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(255, 255, 255)');
  expect(await paper.locator('.note').first().evaluate((note) => getComputedStyle(note).backgroundColor)).toBe('rgb(241, 243, 247)');
  await paper.emulateMedia({ media: 'screen' });
  const blocked: string[] = [];
  paper.on('console', (told) => { if (told.type() === 'error') blocked.push(told.text()); });
  await paper.goto(`${host.url}/feed/IOM/2026/8/items/${mistaken.id}`);
  await expect(paper.getByText('Corrected by the item of')).toBeVisible();
  expect(blocked).toEqual([]);
  await paper.context().close();
  await host.stop();
});

test('CL3_ EventSource in the browser, from another origin, goes on where it was when the line dropped', async ({ browser }) => {
  const host = await FeedHost.start();
  const first = await host.publish({ texts: notice });
  const relay = await Relay.to(host.url);
  const page = await (await browser.newContext()).newPage();
  await page.evaluate((url) => {
    const got: string[] = [];
    new EventSource(url).onmessage = (event) => { got.push(event.lastEventId); };
    Object.assign(window, { got });
  }, `${relay.url}/feed/IOM/2026/8/events`);
  const got = () => page.evaluate(() => (window as unknown as { got: string[] }).got);
  await expect.poll(got).toEqual([first.id]);
  relay.cut();
  const second = await host.publish({ at: '2026-03-02T09:05:00Z', texts: notice });
  await expect.poll(got, { timeout: 20_000 }).toEqual([first.id, second.id]);
  const third = await host.publish({ at: '2026-03-02T09:10:00Z', texts: notice });
  await expect.poll(got).toEqual([first.id, second.id, third.id]);
  await page.context().close();
  relay.close();
  await host.stop();
});
