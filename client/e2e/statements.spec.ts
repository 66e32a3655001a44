import { begin, type Story } from './beginning';
import { looksRight, pictures } from './looks';
import type { Somebody } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/9',
  parties: ['Aldova', 'Brenia'],
  existence: true,
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Teo Lind', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia', phone: true },
  ],
};

const title = 'Joint statement on the waters of the lake';
const english = 'Aldova and Brenia met on 2 March 2026.\n\nThey agreed to measure the level of the lake together, at two stations, from 1 April on.';
const arabicTitle = 'بيان مشترك بشأن مياه البحيرة';
const arabic = 'اجتمعت ألدوفا وبرينيا في 2 آذار/مارس 2026.\n\nواتفقتا على قياس منسوب البحيرة معًا في محطتين ابتداءً من 1 نيسان/أبريل.';

const panel = (one: Somebody) => one.page.getByRole('region', { name: 'Public statements' });
const card = (one: Somebody) => panel(one).getByRole('article', { name: title });
const dialogOf = (one: Somebody) => one.page.getByRole('dialog');

test('a joint statement in two languages is cleared by all, voided by an edit, cleared again, ordered to be published and held', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const [ines, teo, ada, bea] = story.cast.map(({ name }) => who[name]!) as [Somebody, Somebody, Somebody, Somebody];
  const everybody = [ines, teo, ada, bea];

  const look = async (one: Somebody, name: string) => {
    await pictures(one.page, `look-statements-${name}`);
    await looksRight(one.page, `statements-${name}`);
  };
  const clear = async (one: Somebody, language: string, text: string, whom: string) => {
    await panel(one).getByRole('button', { name: `Read and clear the ${language} text` }).click();
    await expect(dialogOf(one).getByRole('article')).toContainText(text.split('\n')[0]!);
    await dialogOf(one).getByRole('button', { name: `Clear for publication, ${whom}` }).click();
    await expect(dialogOf(one)).toHaveCount(0);
    await expect(panel(one).getByRole('button', { name: `Read and clear the ${language} text` })).toHaveCount(0);
  };
  const whom = new Map([[ines, 'for yourself'], [teo, 'for yourself'], [ada, 'for Aldova'], [bea, 'for Brenia']]);

  await test.step('CL1 a mediator puts it on the table, in English and Arabic', async () => {
    await ines.page.getByRole('tab', { name: /^Public/ }).click();
    await panel(ines).getByRole('button', { name: 'Write a statement' }).click();
    const form = panel(ines).getByRole('form', { name: 'Write a statement' });
    await form.getByLabel('Headline').fill(title);
    await form.getByLabel('Text').fill(english);
    await form.getByRole('button', { name: 'Add a language' }).click();
    await form.getByRole('group', { name: 'New language' }).getByLabel(/^Language code/).fill('ar');
    const third = form.getByRole('group', { name: 'Arabic' });
    await third.getByLabel('Headline').fill(arabicTitle);
    await third.getByLabel('Text').fill(arabic);
    await expect(third.getByLabel('Text')).toHaveAttribute('dir', 'rtl');
    await expect(form).toContainText('by Aldova, Brenia, Ines Maru and Teo Lind.');
    await third.getByLabel('Text').scrollIntoViewIfNeeded();
    await look(ines, 'write');
    await form.getByRole('button', { name: 'Put it on the table' }).click();
    await expect(card(ines)).toContainText('0 of 8 clearances');
  });

  await test.step('CL1 each is asked, reads the whole text of each language, and clears it', async () => {
    for (const one of [bea, ada, teo]) {
      await expect(one.page.getByText(/^Your clearance is asked for/)).toBeVisible();
      if (one === bea) await look(bea, 'asked');
      await one.page.getByRole('button', { name: 'To the statement' }).click();
      await expect(panel(one).getByRole('heading', { name: 'Public statements' })).toBeFocused();
    }
    await panel(ada).getByRole('button', { name: 'Read and clear the Arabic text' }).click();
    await expect(dialogOf(ada).getByRole('article')).toHaveAttribute('dir', 'rtl');
    await look(ada, 'clear');
    await ada.page.keyboard.press('Escape');
    for (const one of everybody) {
      await clear(one, 'English', english, whom.get(one)!);
      await clear(one, 'Arabic', arabic, whom.get(one)!);
      await expect(one.page.getByText(/^Your clearance is asked for/)).toHaveCount(0);
    }
    await expect(card(ines)).toContainText('Cleared by all, in each language');
    await expect(card(ada).getByRole('button', { name: 'Publish' })).toHaveCount(0);
  });

  await test.step('CL1 an edit voids all of them, and all are told', async () => {
    await card(ada).getByRole('button', { name: 'Edit' }).click();
    const form = panel(ada).getByRole('form', { name: /^Edit/ });
    await expect(form).toContainText('The edit voids all 8 clearances that were given.');
    await form.getByLabel('Text').first().fill(`${english}\n\nThey meet again in May.`);
    await look(ada, 'edit');
    await form.getByRole('button', { name: 'Save the edit and void all clearances' }).click();
    for (const one of everybody) {
      await expect(one.page.getByText(/was edited\. All clearances are void/)).toBeVisible();
      await expect(card(one)).toContainText('0 of 8 clearances');
    }
    await look(bea, 'voided');
    await expect(card(ines).getByRole('button', { name: 'Publish' })).toHaveCount(0);
    for (const one of everybody) {
      await one.page.getByRole('button', { name: 'Dismiss' }).click();
      await clear(one, 'English', english, whom.get(one)!);
      if (one === bea) await look(bea, 'half');
      await clear(one, 'Arabic', arabic, whom.get(one)!);
    }
  });

  await test.step('CL1 a clearance can be withdrawn, and given again', async () => {
    await card(bea).getByRole('button', { name: 'Withdraw clearance' }).click();
    await look(bea, 'withdraw');
    await dialogOf(bea).getByRole('button', { name: 'Yes, withdraw the clearance' }).click();
    await expect(card(ines)).toContainText('6 of 8 clearances');
    await expect(card(ines).getByRole('button', { name: 'Publish' })).toHaveCount(0);
    await clear(bea, 'English', english, 'for Brenia');
    await clear(bea, 'Arabic', arabic, 'for Brenia');
  });

  await test.step('CL2 it is ordered for the next full five minutes, which all see in their own time, and held', async () => {
    await card(ines).getByRole('button', { name: 'Publish' }).click();
    await expect(dialogOf(ines)).toContainText(/It appears on .+ \d\d:\d[05] \(.+\)\./);
    await look(ines, 'publish');
    await dialogOf(ines).getByRole('radio', { name: 'At a set time' }).check();
    const set = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await dialogOf(ines).getByLabel('Day').fill(set);
    await dialogOf(ines).getByLabel('Appears at').fill('10:05');
    await expect(dialogOf(ines)).toContainText(/It appears on .+ 10:05/);
    await look(ines, 'publish-at');
    // just before a full five minutes there would be no time to hold it: then the set time stands
    const enough = 300_000 - (Date.now() % 300_000) > 90_000;
    if (enough) await dialogOf(ines).getByRole('radio', { name: 'At the next full five minutes' }).check();
    await dialogOf(ines).getByRole('button', { name: 'Publish for good' }).click();
    const scheduled = card(ines).getByText(/^Becomes public on/);
    await expect(scheduled).toBeVisible();
    await expect(card(bea).getByText(/^Becomes public on/)).toBeVisible();
    await card(ines).getByRole('button', { name: /^Hold/ }).click();
    for (const one of everybody) await expect(one.page.getByText(/is held: it does not become public now/)).toBeVisible();
    await expect(scheduled).toHaveCount(0);
    await expect(card(ines)).toContainText('Cleared by all, in each language');
    await card(ines).getByRole('button', { name: 'Publish' }).click();
    await dialogOf(ines).getByRole('radio', { name: 'At a set time' }).check();
    await dialogOf(ines).getByLabel('Day').fill(set);
    await dialogOf(ines).getByLabel('Appears at').fill('10:05');
    await dialogOf(ines).getByRole('button', { name: 'Publish for good' }).click();
    await expect(card(bea).getByText(/^Becomes public on .+ 10:05/)).toBeVisible();
    await look(ines, 'scheduled');
    await look(bea, 'scheduled-phone');
  });

  await server.stop();
});
