import { begin, type Story } from './beginning';
import { addIssue, board, dialog, done, history, putDown, raise, row } from './board';
import { Heard } from './heard';
import { looksRight, picture } from './looks';
import type { Somebody } from './people';
import { expect, test } from './story';

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

const cost = 'Cost of the dam', opening = 'Opening of the dam';

test('what a party puts down is its own until it raises it; each sees a board of what has reached him, and the mediators how far apart all are', async ({ browser }) => {
  const heard = new Map<string, Heard>();
  const { server, who } = await begin(browser, story, ({ name, page }) => heard.set(name, new Heard(page)));
  const [ines, ada, bea, cai] = story.cast.map(({ name }) => who[name]!) as [Somebody, Somebody, Somebody, Somebody];
  const everybody = [ines, ada, bea, cai], heads = [ada, bea, cai];
  // from nothing on: all that either is ever sent
  const [toBea, toCai] = [heard.get(bea.name)!, heard.get(cai.name)!];

  await test.step('PO1 a mediator puts issues on the agenda, and all see them', async () => {
    await Promise.all(everybody.map(board));
    await addIssue(ines, cost, 'amount', 'EUR', [], 'The dam');
    await addIssue(ines, opening, 'date', undefined, ['Cordia'], 'The dam');
    for (const one of heads) {
      await expect(row(one, opening)).toContainText('Not a party to it');
      await expect(one.page.getByRole('row', { name: 'Package “The dam”: agreed as a whole or not at all' })).toBeVisible();
    }
  });

  await test.step('PO2 what is put down is private; a raise is recalled while it is held, and nobody has learnt of it', async () => {
    await putDown(ada, cost, '1540000');
    await expect(row(ada, cost)).toContainText('1,540,000 EURPrivate');
    await history(ada, 'Aldova', cost);
    await raise(ada, '1,540,000', 'Everybody at the table', [], 'Brenia, Cordia and the mediators');
    await dialog(ada).getByRole('button', { name: 'Recall' }).click();
    await expect(dialog(ada).getByRole('button', { name: 'Show to others' })).toBeVisible();
    for (const one of [ines, bea, cai]) await expect(row(one, cost).getByLabel(`Aldova on ${cost}: nothing that you can see`)).toBeVisible();
    await done(ada, 'Done');
  });

  await test.step('PO2, PO3 held ten seconds, a position goes to one party and the mediators, another and the limits to the mediators alone', async () => {
    await putDown(ada, cost, '512345', 'Limit');
    await Promise.all([putDown(bea, cost, '50000'), history(ada, 'Aldova', cost)]);
    await putDown(bea, cost, '623456', 'Limit');
    await history(bea, 'Brenia', cost);
    await raise(ada, '1,540,000', 'Named parties, and the mediators', ['Brenia'], 'Brenia and the mediators');
    await raise(ada, '512,345', 'The mediators', [], 'the mediators');
    await picture(ada.page, 'look-positions-held');
    await raise(bea, '50,000', 'The mediators', [], 'the mediators');
    await raise(bea, '623,456', 'The mediators', [], 'the mediators');
    await looksRight(bea.page, 'positions-held-phone');
    for (const shown of ['1,540,000 EUR', '512,345 EUR', '50,000 EUR', '623,456 EUR']) await expect(row(ines, cost)).toContainText(shown);
    await expect(dialog(ada).getByRole('button', { name: 'Recall' })).toHaveCount(0);
    await expect(dialog(ada).getByRole('row', { name: /1,540,000/ })).toContainText('Brenia and the mediators');
    await picture(ada.page, 'look-positions-history');
    await Promise.all([ada, bea].map((one) => done(one, 'Done')));
    await expect(row(bea, cost)).toContainText('1,540,000 EUR');
    await expect(row(ada, cost)).not.toContainText(/\b50,000 EUR/);
    await expect(row(cai, cost).getByLabel(`Aldova on ${cost}: nothing that you can see`)).toBeVisible();
  });

  await test.step('PO4 for each a position begins when it reached him', async () => {
    await putDown(ada, cost, '1200000');
    await history(ada, 'Aldova', cost);
    await raise(ada, '1,200,000', 'Everybody at the table', [], 'Brenia, Cordia and the mediators');
    await expect(row(cai, cost)).toContainText('1,200,000 EUR');
    await expect(dialog(ada).getByRole('row', { name: /1,200,000/ })).toContainText('everybody at the table');
    await done(ada, 'Done');
    await expect(await history(cai, 'Aldova', cost)).not.toContainText('1,540,000');
    await done(cai, 'Done');
    const known = await history(bea, 'Aldova', cost);
    await expect(known.getByRole('row')).toHaveText([/^What/, /1,200,000 EUR/, /1,540,000 EUR/]);
    await expect(known.getByRole('columnheader', { name: 'Seen by' })).toHaveCount(0);
    await looksRight(bea.page, 'positions-history-phone');
    await done(bea, 'Done');
  });

  await test.step('PO5 the mediators see gap, overlap of limits and pace; a party what it was told', async () => {
    const opened = async (one: Somebody) => {
      await one.page.getByRole('button', { name: `Picture of “${cost}”` }).click();
      return dialog(one);
    };
    const theirs = await opened(ines);
    await expect(theirs).toContainText('Gap: 1,150,000 EUR It rests on positions that not all parties know.');
    await expect(theirs).toContainText('Confided limits overlap: from 512,345 EUR to 623,456 EUR. No party may learn this. Not known: the limit of Cordia.');
    await expect(theirs).toContainText('Aldova: 1 move, 340,000 EUR in all; the last one 340,000 EUR');
    await expect(theirs).toContainText('Brenia has not moved');
    await picture(ines.page, 'look-positions-picture');
    await looksRight(ines.page, 'positions-picture');
    await done(ines, 'Done');
    const own = await opened(cai);
    await expect(own).toContainText('Gap: not before two parties have shown a position.');
    await expect(own).not.toContainText('limits');
    await done(cai, 'Done');
    await picture(ines.page, 'look-positions-board');
    await looksRight(ines.page, 'positions-board');
    await looksRight(bea.page, 'positions-phone');
  });

  await test.step('PO2 withdrawn is marked wherever it was told, and hidden nowhere', async () => {
    await history(bea, 'Brenia', cost);
    await dialog(bea).getByRole('row', { name: /50,000 EUR/ }).getByRole('button', { name: 'Mark as withdrawn' }).click();
    await expect(dialog(bea)).toContainText('It stays where it was told.');
    await dialog(bea).getByRole('button', { name: 'Mark as withdrawn' }).click();
    await expect(dialog(bea).getByRole('row', { name: /50,000 EUR/ })).toContainText('Withdrawn');
    await done(bea, 'Done');
    await expect((await history(ines, 'Brenia', cost)).getByRole('row', { name: /50,000 EUR/ })).toContainText('Withdrawn');
    await looksRight(ines.page, 'positions-withdrawn');
    await done(ines, 'Done');
  });

  await test.step('PO7 an agreement of some is shown as that; with the last, and the rest of the package, it is agreed', async () => {
    const agree = async (one: Somebody, party: string, issue: string, value: string, shown: string) => {
      await one.page.getByRole('button', { name: `Agree to a value: ${issue}` }).click();
      await dialog(one).getByLabel(/^Value/).fill(value);
      await done(one, `Agree to “${shown}”, for ${party}`);
    };
    await agree(ada, 'Aldova', cost, '600000', '600,000 EUR');
    await agree(bea, 'Brenia', cost, '600000', '600,000 EUR');
    for (const one of everybody) await expect(row(one, cost)).toContainText('Agreed by Aldova and Brenia only: 600,000 EUR');
    await agree(cai, 'Cordia', cost, '600000', '600,000 EUR');
    for (const one of everybody) await expect(row(one, cost)).toContainText('It waits for the rest of the package. 600,000 EUR');
    await looksRight(cai.page, 'positions-rest');
    await agree(ada, 'Aldova', opening, '2027-05-01', '1 May 2027');
    await agree(bea, 'Brenia', opening, '2027-05-01', '1 May 2027');
    for (const one of everybody) {
      await expect(row(one, cost)).toContainText('Agreed by all: 600,000 EUR');
      await expect(row(one, opening)).toContainText('Agreed by all: 1 May 2027');
    }
    await looksRight(ines.page, 'positions-agreed');
    await picture(ines.page, 'look-positions-agreed');
  });

  await test.step('PO4 who comes back from nothing is shown the same, and has never been sent more', async () => {
    await Promise.all([bea.page.reload(), cai.page.reload()]);
    await Promise.all([board(bea), board(cai)]);
    await expect((await history(bea, 'Aldova', cost)).getByRole('row')).toHaveText([/^What/, /1,200,000 EUR/, /1,540,000 EUR/]);
    await expect((await history(cai, 'Aldova', cost)).getByRole('row')).toHaveText([/^What/, /1,200,000 EUR/]);
    const [ofBea, ofCai] = [await toBea.all(), await toCai.all()];
    expect(ofBea).toMatch(/\b1540000\b/);
    expect(ofBea).not.toMatch(/\b512345\b/);
    expect(ofCai).toMatch(/\b1200000\b/);
    expect(ofCai).not.toMatch(/\b(1540000|512345|50000|623456)\b/);
  });

  await server.stop();
});
