import { expect, test } from '@playwright/test';
import { begin, type Story } from './beginning';
import { looksRight } from './looks';
import type { Somebody } from './people';

const story: Story = {
  reference: 'IOM/2026/12',
  parties: ['Aldova', 'Brenia', 'Cordia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia', phone: true },
    { name: 'Cai Corr', role: 'Head of delegation', party: 'Cordia' },
  ],
};

const issues = (one: Somebody) => one.page.getByRole('button', { name: 'Issues', exact: true });
const row = (one: Somebody, title: string) => one.page.getByRole('row', { name: new RegExp(title) });
const dialog = (one: Somebody) => one.page.getByRole('dialog').last();
const card = (one: Somebody, title: string) => one.page.getByRole('article', { name: title });

/** A day and a minute of the browser's zone, so many minutes ahead. */
const ahead = (minutes: number) => {
  const at = new Date(Date.now() + minutes * 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return { date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, time: `${two(at.getHours())}:${two(at.getMinutes())}` };
};

test('positions move on a live board, and three proposals of the mediators end agreed, not agreed and called off', async ({ browser }) => {
  test.setTimeout(420_000);
  const { server, who } = await begin(browser, story);
  const [ines, ada, bea, cai] = story.cast.map(({ name }) => who[name]!) as [Somebody, Somebody, Somebody, Somebody];
  const heads = [ada, bea, cai];

  const offer = async (title: string, minutes: number) => {
    await ines.page.getByRole('button', { name: 'Offer a proposal' }).click();
    await dialog(ines).getByLabel('What it would be about').fill(title);
    const { date, time } = ahead(minutes);
    await dialog(ines).getByLabel('Answers until, day').fill(date);
    await dialog(ines).getByLabel('Time').fill(time);
    await dialog(ines).getByRole('button', { name: 'Ask Aldova, Brenia and Cordia' }).click();
    for (const one of heads) {
      await card(one, title).getByRole('button', { name: 'Say whether we would receive it' }).click();
      await dialog(one).getByRole('button', { name: 'We would receive it' }).click();
      await dialog(one).getByRole('button', { name: /^Confirm for/ }).click();
      await expect(one.page.getByRole('dialog')).toHaveCount(0);
    }
    await card(ines, title).getByRole('button', { name: 'Make the proposal' }).click();
    await dialog(ines).getByLabel('Text', { exact: true }).fill(`${title}: the dam is paid for by all three.`);
    await dialog(ines).getByLabel('Value (EUR)').fill('900000');
    await dialog(ines).getByLabel('Answers until, day').fill(date);
    await dialog(ines).getByLabel('Time').fill(time);
    await dialog(ines).getByRole('button', { name: 'Make the proposal' }).click();
    await expect(card(cai, title)).toContainText('900,000 EUR');
  };
  const answer = async (one: Somebody, title: string, yes: boolean) => {
    await card(one, title).getByRole('button', { name: 'Read and answer' }).click();
    await expect(dialog(one)).toContainText('No other party ever learns what you answer');
    await dialog(one).getByRole('button', { name: yes ? 'Yes' : 'No', exact: true }).click();
    await dialog(one).getByRole('button', { name: /^Confirm for/ }).click();
    await expect(one.page.getByRole('dialog')).toHaveCount(0);
  };

  await test.step('PO1 a mediator puts an issue on the agenda, and all see it', async () => {
    for (const one of [ines, ...heads]) await issues(one).click();
    await ines.page.getByRole('button', { name: 'Add an issue' }).click();
    await dialog(ines).getByLabel('Title').fill('Cost of the dam');
    await dialog(ines).getByLabel('Currency').fill('EUR');
    await dialog(ines).getByRole('button', { name: 'Put it on the agenda' }).click();
    for (const one of heads) await expect(row(one, 'Cost of the dam')).toBeVisible();
  });

  await test.step('PO2 a position is private, recalled while it is held, then shown to one party and the mediators', async () => {
    await ada.page.getByRole('button', { name: 'Put down: Cost of the dam' }).click();
    await dialog(ada).getByLabel(/^Value/).fill('1500000');
    await dialog(ada).getByRole('button', { name: /^Keep it/ }).click();
    await expect(row(ada, 'Cost of the dam')).toContainText('1,500,000 EUR');
    await ada.page.getByRole('button', { name: /^History: Aldova on Cost/ }).click();
    const raise = async () => {
      await dialog(ada).getByRole('button', { name: 'Show to others' }).click();
      await dialog(ada).getByLabel('Named parties, and the mediators').check();
      await dialog(ada).getByLabel('Brenia').check();
      await expect(dialog(ada)).toContainText('Will see it: Brenia and the mediators.');
      await dialog(ada).getByRole('button', { name: 'Show it to: Brenia and the mediators' }).click();
    };
    await raise();
    await dialog(ada).getByRole('button', { name: 'Recall' }).click();
    await expect(dialog(ada).getByRole('button', { name: 'Show to others' })).toBeVisible();
    await raise();
    await ada.page.screenshot({ path: 'test-results/look-positions-held.png' });
    await expect(row(bea, 'Cost of the dam')).toContainText('1,500,000 EUR', { timeout: 20_000 });
    await expect(row(ines, 'Cost of the dam')).toContainText('1,500,000 EUR');
    await expect(row(cai, 'Cost of the dam')).not.toContainText('1,500,000');
    await dialog(ada).getByRole('button', { name: 'Done' }).click();
  });

  await test.step('PO5 the mediators see how far apart they are', async () => {
    await bea.page.getByRole('button', { name: 'Put down: Cost of the dam' }).click();
    await dialog(bea).getByLabel(/^Value/).fill('50000');
    await dialog(bea).getByRole('button', { name: /^Keep it/ }).click();
    await bea.page.getByRole('button', { name: /^History: Brenia on Cost/ }).click();
    await dialog(bea).getByRole('button', { name: 'Show to others' }).click();
    await dialog(bea).getByLabel('The mediators', { exact: true }).check();
    await dialog(bea).getByRole('button', { name: 'Show it to: the mediators' }).click();
    await expect(row(ines, 'Cost of the dam')).toContainText('50,000 EUR', { timeout: 20_000 });
    await dialog(bea).getByRole('button', { name: 'Done' }).click();
    await expect(row(ada, 'Cost of the dam')).not.toContainText(/(^|\D)50,000 EUR/);
    await ines.page.getByRole('button', { name: 'Picture of “Cost of the dam”' }).click();
    await expect(dialog(ines)).toContainText('Gap: 1,450,000 EUR');
    await looksRight(ines.page, 'positions-picture');
    await dialog(ines).getByRole('button', { name: 'Done' }).click();
    await looksRight(ines.page, 'positions-board');
    await looksRight(bea.page, 'positions-phone');
  });

  await test.step('PR4 one no and one silence end alike at the deadline; what was called off shows nothing', async () => {
    await offer('With a no', 3);
    await offer('With a silence', 3);
    await offer('Called off', 30);
    await answer(ada, 'With a no', true);
    await answer(bea, 'With a no', true);
    await answer(cai, 'With a no', false);
    await answer(ada, 'With a silence', true);
    await answer(bea, 'With a silence', true);
    await answer(ada, 'Called off', true);
    await card(ines, 'Called off').getByRole('button', { name: 'Call off' }).click();
    await dialog(ines).getByRole('button', { name: 'Call off' }).click();
    for (const one of heads) await expect(card(one, 'Called off')).toContainText('Called off by the mediators.');
    await expect(card(ines, 'Called off').getByRole('list')).toHaveCount(0);
    for (const title of ['With a no', 'With a silence']) {
      await expect(card(ada, title)).toContainText('Not agreed.', { timeout: 200_000 });
      await expect(card(bea, title)).toContainText('Not agreed.');
    }
    const seen = async (title: string) => (await card(ada, title).innerText()).replaceAll(title, '');
    expect(await seen('With a no')).toBe(await seen('With a silence'));
    await expect(card(ines, 'With a no').getByRole('list')).toContainText('Cordia: no');
    await expect(card(ines, 'With a silence').getByRole('list')).toContainText('Cordia: no answer');
  });

  await test.step('PR4 all yes is agreed, and stands on the board', async () => {
    await offer('All agree', 30);
    for (const one of heads) await answer(one, 'All agree', true);
    for (const one of [ines, ...heads]) {
      await expect(card(one, 'All agree')).toContainText('All agreed.');
      await expect(row(one, 'Cost of the dam')).toContainText('Agreed by all: 900,000 EUR');
    }
    await looksRight(ines.page, 'positions-agreed');
    await ines.page.screenshot({ path: 'test-results/look-positions-agreed.png', fullPage: true });
  });

  await server.stop();
});
