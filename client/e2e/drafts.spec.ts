import { expect, type Locator, test } from '@playwright/test';
import { begin, type Story } from './beginning';
import { Floor } from './floor';
import type { Somebody } from './people';

const story: Story = {
  reference: 'IOM/2026/14',
  parties: ['Aldova', 'Brenia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Aron Ash', role: 'Counsel', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
  ],
};

const drafts = (who: Somebody) => who.page.getByRole('tab', { name: /^Drafts/ });
const table = (who: Somebody) => who.page.getByRole('region', { name: 'Drafts on the table' });
const draft = (who: Somebody, title: string): Locator => table(who).getByRole('article', { name: title });
const paper = (who: Somebody, title: string): Locator => draft(who, title).getByRole('textbox');
/** The words on screen: without the carets of others, and without signs that show only where one writes. */
const textOf = (who: Somebody, title: string) => paper(who, title).evaluate((content) => Array.from(content.querySelectorAll('.cm-line'), (line) => {
  const words = line.cloneNode(true) as HTMLElement;
  for (const caret of words.querySelectorAll('.draft-caret')) caret.remove();
  return (words.textContent ?? '').replace(/^#+ /, '');
}).join('\n'));
const put = async (who: Somebody, title: string) => {
  await drafts(who).click();
  await who.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await expect(draft(who, title).getByText(/Everything is stored|You read this text/)).toBeVisible();
};

test('three write one text at once, and see what is disputed and by whom', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, aron = who['Aron Ash']!, bea = who['Bea Birk']!;
  const floor = new Floor(ines);
  const errors: string[] = [];
  for (const one of [ines, ada, aron, bea]) one.page.on('console', (said) => said.type() === 'error' && errors.push(`${one.name}: ${said.text()}`));

  await test.step('DR1 a draft of those in the room; three put it on the table', async () => {
    for (const party of story.parties) await floor.into(`Delegation of ${party}`, 'Joint room');
    await floor.into('Ines Maru', 'Joint room');
    await drafts(ada).click();
    await ada.page.getByRole('button', { name: 'Begin a draft' }).click();
    await ada.page.getByRole('textbox', { name: 'Title' }).fill('Waters of the lake');
    await expect(ada.page.getByText(/^Has it: /)).toContainText('Bea Birk');
    await ada.page.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(paper(ada, 'Waters of the lake')).toBeVisible();
    for (const one of [ines, bea, aron]) await put(one, 'Waters of the lake');
  });

  const title = 'Waters of the lake';
  await test.step('DR1 three type at once, and see each other', async () => {
    await paper(ada, title).click();
    await ada.page.keyboard.type('# Waters of the lake\n\nFirst: \n\nSecond: \n\nThird: ');
    for (const [one, place] of [[ada, 'First:'], [bea, 'Second:'], [ines, 'Third:']] as const) {
      await paper(one, title).getByText(place).click();
      await one.page.keyboard.press('End');
    }
    const said = ['Aldova lets the ferries pass in winter.', 'Brenia keeps the northern harbour open.', 'The figures are published every month.'];
    await Promise.all([ada, bea, ines].map((one, at) => one.page.keyboard.type(said[at]!, { delay: 15 })));
    for (const one of [ada, bea, ines, aron]) await expect(draft(one, title).getByText(/Everything is stored/)).toBeVisible();
    await expect(async () => {
      const texts = await Promise.all([ada, bea, ines, aron].map((one) => textOf(one, title)));
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toBe(`Waters of the lake\n\nFirst: ${said[0]}\n\nSecond: ${said[1]}\n\nThird: ${said[2]}`);
    }).toPass();
    await bea.page.keyboard.press('ArrowLeft');
    await expect(draft(ada, title).locator('.draft-caret', { hasText: 'Bea Birk' })).toBeVisible();
    await ada.page.screenshot({ path: 'test-results/draft-three.png' });
  });

  await test.step('DR2 disputed words stand in brackets with their party, and the count is in sight', async () => {
    await paper(ada, title).click();
    await ada.page.keyboard.press('Control+A');
    await ada.page.keyboard.press('Delete');
    await expect.poll(() => textOf(bea, title)).toBe('');
    await ada.page.keyboard.insertText('# Waters of the lake\n\n## Article 1\n\nThe Parties ');
    await draft(ada, title).getByRole('button', { name: 'Put in brackets' }).click();
    await ada.page.keyboard.insertText('shall');
    await ada.page.keyboard.press('ArrowRight');
    await ada.page.keyboard.insertText('[Brenia: should] measure the level of the lake **together**.\n\n| Station | From |\n| --- | --- |\n| North | 1 April |\n| South | 1 May |\n\n- every month\n- in *both* languages\n');
    for (const one of [ada, bea, ines]) await expect(draft(one, title).getByText('2 open brackets')).toBeVisible();
    await draft(bea, title).getByRole('button', { name: 'Next bracket' }).click();
    await draft(bea, title).getByRole('button', { name: 'Next bracket' }).click();
    await bea.page.screenshot({ path: 'test-results/draft-brackets.png' });
    await expect(draft(bea, title).locator('table.md-table')).toContainText('1 April');
  });

  expect(errors.filter((one) => !/Failed to load resource|net::ERR|WebSocket/.test(one))).toEqual([]);
  await server.stop();
});
