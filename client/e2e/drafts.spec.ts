import { begin, type Story } from './beginning';
import { board, card, confirm, dialog, done, until } from './board';
import { append, back, beginDraft, choose, draft, freeze, paper, put, stored, table, textOf } from './drafting';
import { Floor } from './floor';
import { Heard } from './heard';
import { looksRight, picture } from './looks';
import { expect, test } from './story';

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

const title = 'Waters of the lake';
const secret = 'ORCHID-4477';

test('three write one text at once; what is frozen is compared, marked clean, and goes to others as the text alone', async ({ browser }) => {
  const heard = new Map<string, Heard>();
  const { server, who } = await begin(browser, story, ({ name, page }) => heard.set(name, new Heard(page)));
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, aron = who['Aron Ash']!, bea = who['Bea Birk']!;
  const floor = new Floor(ines);
  const errors: string[] = [];
  for (const one of [ines, ada, aron, bea]) one.page.on('console', (said) => said.type() === 'error' && errors.push(`${one.name}: ${said.text()}`));
  // from nothing on: all that either is ever sent
  const [toAda, toBea] = [heard.get(ada.name)!, heard.get(bea.name)!];

  await test.step('DR1 a draft of those in the room; all put it on the table', async () => {
    for (const party of story.parties) await floor.into(`Delegation of ${party}`, 'Joint room');
    await floor.into('Ines Maru', 'Joint room');
    await beginDraft(ada, title);
    await expect(draft(ada, title).getByText(/^Has it: /)).toContainText('Ines Maru, Ada Alder, Aron Ash and Bea Birk');
    for (const one of [ines, bea, aron]) await put(one, title);
  });

  await test.step('DR1 three type at once, and see each other', async () => {
    await paper(ada, title).click();
    await ada.page.keyboard.type('# Waters of the lake\n\nFirst: \n\nSecond: \n\nThird: ');
    for (const [one, place] of [[ada, 'First:'], [bea, 'Second:'], [ines, 'Third:']] as const) {
      await paper(one, title).getByText(place).click();
      await one.page.keyboard.press('End');
    }
    const said = ['Aldova lets the ferries pass in winter.', 'Brenia keeps the northern harbour open.', 'The figures are published every month.'];
    await Promise.all([ada, bea, ines].map((one, at) => one.page.keyboard.type(said[at]!, { delay: 15 })));
    for (const one of [ada, bea, ines, aron]) await stored(one, title);
    await expect(async () => {
      const texts = await Promise.all([ada, bea, ines, aron].map((one) => textOf(one, title)));
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toBe(`Waters of the lake\n\nFirst: ${said[0]}\n\nSecond: ${said[1]}\n\nThird: ${said[2]}`);
    }).toPass();
    await bea.page.keyboard.press('ArrowLeft');
    await expect(draft(ada, title).locator('.draft-caret', { hasText: 'Bea Birk' })).toBeVisible();
    await picture(ada.page, 'draft-three');
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
    await picture(bea.page, 'draft-brackets');
    await expect(draft(bea, title).locator('table.md-table')).toContainText('1 April');
  });

  await test.step('PR5 a comment is read, answered and closed by one side and the mediators; DR2 a party agrees to a wording', async () => {
    await choose(bea, title, 'Comment on the passage');
    await expect(bea.page.getByRole('dialog').getByText('should')).toBeVisible();
    await bea.page.getByLabel('Comment', { exact: true }).fill('We cannot be bound here.');
    await bea.page.getByRole('button', { name: 'Make the comment' }).click();
    for (const one of [bea, ines]) {
      await draft(one, title).getByText('Remarks').click();
      await expect(draft(one, title).getByText('We cannot be bound here.')).toBeVisible();
    }
    await draft(ines, title).getByRole('button', { name: 'Answer the comment of Bea Birk' }).click();
    await draft(ines, title).getByLabel('Your answer').fill('Would a shorter period help?');
    await draft(ines, title).getByRole('button', { name: 'Give the answer' }).click();
    await expect(draft(bea, title).getByText('Would a shorter period help?')).toBeVisible();
    await looksRight(ines.page, 'draft-remarks');
    await draft(bea, title).getByRole('button', { name: 'Show in the text' }).click();
    await choose(bea, title, 'Agree to this wording, for Brenia');
    await bea.page.getByRole('button', { name: 'Yes, Brenia can' }).click();
    await draft(ada, title).getByText('Remarks').click();
    await expect(draft(ada, title).getByText('Agreed by Brenia')).toBeVisible();
    await expect(draft(ada, title).getByText('We cannot be bound here.')).toHaveCount(0);
    await picture(ines.page, 'draft-remarks');
    await draft(bea, title).getByRole('button', { name: 'Close the comment of Bea Birk' }).click();
    await expect(draft(ines, title).getByText('1 closed comment')).toBeVisible();
    for (const one of [ada, bea, ines]) await draft(one, title).getByText('Remarks').click();
  });

  await test.step('DR5 what is written while the line is lost is shown as unsaved, and is merged when it is back', async () => {
    await bea.context.setOffline(true);
    await server.kill();
    await expect(draft(bea, title).getByText('The line is lost. You can write on; it is kept here.')).toBeVisible();
    await append(bea, title, 'Written without a line. ');
    await expect(draft(bea, title).getByText(/^Not stored yet\./)).toBeVisible();
    await picture(bea.page, 'draft-offline');
    await server.up();
    await append(ada, title, 'Ada meanwhile. ');
    await stored(ada, title);
    await bea.context.setOffline(false);
    for (const one of [ada, bea, ines]) {
      await expect(paper(one, title)).toContainText('Written without a line.');
      await expect(paper(one, title)).toContainText('Ada meanwhile.');
    }
    for (const one of [ada, bea, ines]) await stored(one, title);
    expect(new Set(await Promise.all([ada, bea].map((one) => textOf(one, title)))).size).toBe(1);
  });

  await test.step('DR3 two versions are frozen and compared by words; DR2 the one without brackets is marked clean', async () => {
    await freeze(ines, title, 1);
    await paper(ines, title).click();
    await ines.page.keyboard.press('Control+A');
    await ines.page.keyboard.insertText('# Waters of the lake\n\nThe Parties measure the level of the lake. Agreed in principle.');
    await stored(ines, title);
    await freeze(ines, title, 2);
    await draft(ines, title).getByText('2 frozen versions').click();
    await choose(ines, title, 'Mark it clean', 2);
    await expect(draft(ines, title).getByText('Marked as the clean text by Ines Maru.')).toBeVisible();
    await draft(ines, title).getByRole('button', { name: 'More for version 1' }).click();
    await expect(ines.page.getByRole('menuitem', { name: 'Mark it clean' })).toHaveCount(0);
    await ines.page.keyboard.press('Escape');
    await choose(ines, title, 'Compare with another version', 2);
    await expect(ines.page.getByRole('article', { name: 'Redline' }).locator('ins').filter({ hasText: 'Agreed' })).toBeVisible();
    await picture(ines.page, 'draft-redline');
    await looksRight(ines.page, 'draft-redline');
    await ines.page.getByRole('button', { name: 'Close' }).click();
  });

  const own = 'Ferries in winter';
  await test.step('DR4 a party deletes a secret in caucus, freezes, and lets the version go', async () => {
    await Promise.all([back(ines), back(ada)]);
    await floor.intoCaucuses(...story.parties);
    await floor.into('Ines Maru', 'Caucus, Aldova');
    await beginDraft(ada, own);
    await paper(ada, own).click();
    await ada.page.keyboard.insertText(`Aldova opens the strait, as a last resort by ${secret}.`);
    await stored(ada, own);
    await freeze(ada, own, 1);
    await put(ines, own);
    await expect(paper(ines, own)).toContainText(secret);
    await paper(ada, own).click();
    await ada.page.keyboard.press('Control+A');
    await ada.page.keyboard.insertText('[Aldova: Aldova opens the strait.]');
    await expect(paper(ines, own)).not.toContainText(secret);
    await stored(ada, own);
    await freeze(ada, own, 2);
    await draft(ada, own).getByText('2 frozen versions').click();
    await choose(ada, own, 'Let it go to others', 2);
    await expect(draft(ada, own).getByText('May go to others, says Aldova.')).toBeVisible();
    await back(ines);
    await floor.into('Delegation of Brenia', 'Joint room');
    await floor.into('Ines Maru', 'Joint room');
  });

  await test.step('DR4 what others get is shown before they do; they get the text alone, and never the secret', async () => {
    await put(ines, own);
    await draft(ines, own).getByText('2 frozen versions').click();
    await choose(ines, own, 'Take it to other people', 2);
    const asked = ines.page.getByRole('dialog');
    await expect(asked.getByText('They get it: Ines Maru and Bea Birk.')).toBeVisible();
    await expect(asked.getByRole('article', { name: 'All that they get' })).toHaveText('[Aldova opens the strait.]');
    await asked.getByLabel('Title').fill('Joint text');
    await picture(ines.page, 'draft-take');
    await looksRight(ines.page, 'draft-take');
    await asked.getByRole('button', { name: 'They get exactly this' }).click();
    await expect(asked).toHaveCount(0);
    await ines.page.getByRole('combobox', { name: 'Put another beside it' }).selectOption({ label: 'Joint text' });
    await expect(paper(ines, 'Joint text')).toContainText('Aldova opens the strait.');
    await picture(ines.page, 'draft-beside');
    await bea.page.getByRole('combobox', { name: 'Put another beside it' }).selectOption({ label: 'Joint text' });
    await append(bea, 'Joint text', ' When?');
    await expect(paper(ines, 'Joint text')).toContainText('When?');
    // begun anew from nothing, too
    await bea.page.reload();
    await put(bea, 'Joint text');
    const [ofAda, ofBea] = [await toAda.all(), await toBea.all()];
    expect(ofAda).toContain(secret);
    expect(ofBea).toContain('Aldova opens the strait.');
    expect(ofBea).not.toContain(secret);
    expect(ofBea).not.toContain('last resort');
  });

  await test.step('PE4 who is removed while he writes is out, and nothing more of his enters', async () => {
    await append(aron, title, ' ');
    let typed = 0, out = false;
    const write = async () => {
      await aron.page.keyboard.type('x'.repeat(10), { delay: 10 });
      typed += 10;
    };
    const typing = (async () => { while (!out) await write(); })();
    await back(ada);
    await ada.page.getByRole('tab', { name: 'People' }).click();
    await ada.page.locator('li.member', { hasText: 'Aron Ash' }).getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => typed).toBeGreaterThan(50);
    await ada.page.getByRole('button', { name: 'Remove Aron Ash' }).click();
    await expect(aron.page.getByText('You no longer take part in this session')).toBeVisible();
    out = true;
    await typing;
    await write();
    await expect(table(aron)).toHaveCount(0);
    await bea.page.getByRole('combobox', { name: 'Put another beside it' }).selectOption({ label: title });
    await stored(bea, title);
    const before = await textOf(bea, title);
    expect(before).toContain('x');
    expect((before.match(/x/g) ?? []).length).toBeLessThan(typed);
    await append(bea, title, ' Bea is still here.');
    await stored(bea, title);
    expect(await textOf(bea, title)).toBe(`${before} Bea is still here.`);
  });

  await test.step('PR6 a frozen version is tabled as a proposal: previewed, and told as the words alone', async () => {
    const [about, strait] = ['Level of the lake', 'The strait'];
    await Promise.all([back(ines), back(bea)]);
    await put(ines, title);
    await draft(ines, title).getByText('2 frozen versions').click();
    await choose(ines, title, 'Table as a proposal…', 2);
    await dialog(ines).getByLabel('What it would be about').fill(about);
    await until(ines, 3_600);
    await done(ines, 'Ask Aldova and Brenia');
    for (const one of [ada, bea]) {
      await board(one);
      await card(one, about).getByRole('button', { name: 'Say whether we would receive it' }).click();
      await confirm(one, 'We would receive it');
    }
    await choose(ines, title, 'Table as a proposal…', 2);
    await expect(dialog(ines).getByRole('region', { name: about })).toContainText('The Parties measure the level of the lake. Agreed in principle.');
    await until(ines, 3_600);
    await looksRight(ines.page, 'draft-propose');
    await picture(ines.page, 'draft-propose');
    await done(ines, 'Make the proposal');
    for (const one of [ada, bea]) await expect(card(one, about)).toContainText('These are the words of version 2 of “Waters of the lake”');
    await picture(bea.page, 'draft-proposed', { fullPage: true });

    await ada.page.getByRole('button', { name: 'Rooms', exact: true }).click();
    await put(ada, own);
    await draft(ada, own).getByText('2 frozen versions').click();
    await choose(ada, own, 'Table as a proposal…', 2);
    await expect(dialog(ada).getByRole('note')).toContainText('1 bracket stays open in it:');
    await expect(dialog(ada).getByRole('note').getByRole('listitem')).toHaveText('[Aldova opens the strait.]');
    await dialog(ada).getByLabel('Title').fill(strait);
    await looksRight(ada.page, 'draft-propose-party');
    await picture(ada.page, 'draft-propose-party');
    await done(ada, /^Keep it/);
    await back(ada);
    await board(ada);
    await expect(card(ada, strait)).toContainText('[Aldova opens the strait.]');
    expect(await toBea.all()).not.toContain(secret);
  });

  expect(errors.filter((one) => !/Failed to load resource|net::ERR|WebSocket/.test(one))).toEqual([]);
  await server.stop();
});
