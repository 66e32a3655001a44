import { begin, secretariat, type Story } from './beginning';
import { addIssue, board, card, confirm, dialog, done, row, until } from './board';
import { append, back, beginDraft, freeze } from './drafting';
import { Heard } from './heard';
import { looksRight, picture } from './looks';
import type { Somebody } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/15',
  parties: ['Aldova', 'Brenia', 'Cordia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia', phone: true },
    { name: 'Cai Corr', role: 'Head of delegation', party: 'Cordia' },
  ],
};

const cost = 'Cost of the dam', ferries = 'Ferries in winter';
const refused = 'A way with a no', silent = 'A way with a silence', off = 'A way called off', unwanted = 'A way not all want', agreed = 'A way for all';
const secret = 'ORCHID';

test('proposals of the mediators end agreed, not agreed and called off, and nobody learns another’s answer; parties propose to each other, and sign', async ({ browser }) => {
  const heard = new Map<string, Heard>();
  const { server, house, who } = await begin(browser, story, ({ name, page }) => heard.set(name, new Heard(page)));
  const secretary = await secretariat(browser, house);
  const [ines, ada, bea, cai] = story.cast.map(({ name }) => who[name]!) as [Somebody, Somebody, Somebody, Somebody];
  const everybody = [ines, ada, bea, cai], heads = [ada, bea, cai];
  await Promise.all(everybody.map(board));
  await addIssue(ines, cost, 'amount', 'EUR');
  await addIssue(ines, ferries, 'yesNo', undefined, ['Cordia']);
  await expect(row(cai, ferries)).toBeVisible();

  const offer = async (title: string, seconds: number) => {
    await ines.page.getByRole('button', { name: 'Offer a proposal' }).click();
    await dialog(ines).getByLabel('What it would be about').fill(title);
    await until(ines, seconds);
    await done(ines, 'Ask Aldova, Brenia and Cordia');
  };
  const receive = async (one: Somebody, title: string, would: boolean) => {
    await card(one, title).getByRole('button', { name: 'Say whether we would receive it' }).click();
    await confirm(one, would ? 'We would receive it' : 'We would not');
  };
  const make = async (title: string, seconds: number) => {
    await card(ines, title).getByRole('button', { name: 'Make the proposal' }).click();
    await dialog(ines).getByLabel('Text', { exact: true }).fill('The dam is paid for by all three.');
    await dialog(ines).getByLabel('Value (EUR)').fill('900000');
    await until(ines, seconds);
    await expect(dialog(ines)).toContainText('Will be put to Aldova, Brenia and Cordia.');
    await done(ines, 'Make the proposal');
  };
  const answer = async (one: Somebody, title: string, yes: boolean) => {
    await card(one, title).getByRole('button', { name: 'Read and answer' }).click();
    await expect(dialog(one)).toContainText('900,000 EUR');
    await expect(dialog(one)).toContainText('No other party ever learns what you answer');
    await confirm(one, yes ? 'Yes' : 'No');
  };

  await test.step('PR4 agreeing to receive one is blind: the mediators learn that all would, and no more', async () => {
    for (const title of [refused, silent, off, agreed]) {
      await offer(title, 3_600);
      await Promise.all([receive(ada, title, true), receive(cai, title, true)]);
      if (title === refused) {
        await expect(card(ines, title)).toContainText('The parties are asked whether they would receive it.');
        await bea.page.getByRole('button', { name: 'Rooms', exact: true }).click();
        await expect(bea.page.getByText(`The mediators ask whether your party would receive a proposal: “${title}”.`)).toBeVisible();
        await looksRight(bea.page, 'proposals-notice-phone');
        await bea.page.getByRole('button', { name: 'To the issues' }).click();
        await card(bea, title).getByRole('button', { name: 'Say whether we would receive it' }).click();
        await looksRight(bea.page, 'proposals-receive-phone');
        await confirm(bea, 'We would receive it');
      } else await receive(bea, title, true);
      await expect(card(ines, title)).toContainText('All would receive it. It can be made now.');
    }
  });

  await test.step('PR4 each gets it separately and answers it for itself: two are left with a no and with a silence', async () => {
    await offer(unwanted, 100);
    for (const title of [refused, silent]) await make(title, 100);
    await looksRight(ines.page, 'proposals-bench');
    await Promise.all([receive(ada, unwanted, true), answer(cai, refused, false), answer(bea, silent, true)]);
    await Promise.all([answer(ada, refused, true), receive(cai, unwanted, false), receive(bea, unwanted, true)]);
    await Promise.all([answer(ada, silent, true), answer(bea, refused, true)]);
    for (const one of heads) await expect(card(one, refused).getByText(/^Your party has answered: (yes|no)\.$/)).toBeVisible();
    for (const title of [refused, silent, unwanted]) await expect(card(ines, title).getByRole('list')).toHaveCount(0);
    await looksRight(cai.page, 'proposals-answered');
    await picture(cai.page, 'look-proposals-answered', { fullPage: true });
  });

  await test.step('PR4 called off, with the answers unseen for ever; all yes is agreed at once, and stands on the board', async () => {
    await make(off, 3_600);
    await Promise.all([answer(ada, off, true), answer(bea, off, false)]);
    await card(ines, off).getByRole('button', { name: 'Call off' }).click();
    await expect(dialog(ines)).toContainText('Answers that were given stay unseen for ever');
    await done(ines, 'Call off');
    for (const one of everybody) await expect(card(one, off)).toContainText('Called off by the mediators.');
    await expect(card(ines, off).getByRole('list')).toHaveCount(0);
    await make(agreed, 3_600);
    await Promise.all(heads.map((one) => answer(one, agreed, true)));
    for (const one of everybody) {
      await expect(card(one, agreed)).toContainText('All agreed.');
      await expect(row(one, cost)).toContainText('Agreed by all: 900,000 EUR');
    }
    await picture(ines.page, 'look-proposals-agreed', { fullPage: true });
  });

  const offered = 'Ferries, for a price', countered = 'Ferries, for a smaller price';
  const write = async (one: Somebody, title: string, text: string) => {
    await dialog(one).getByLabel('Title').fill(title);
    await dialog(one).getByLabel('Text', { exact: true }).fill(text);
    await done(one, /^Keep it/);
  };
  const hand = async (one: Somebody, title: string, to: string) => {
    await card(one, title).getByRole('button', { name: 'Hand it to the mediators' }).click();
    await expect(dialog(one)).toContainText('Choose at least one party.');
    await expect(dialog(one).getByRole('button', { name: 'Hand it to the mediators' })).toBeDisabled();
    await dialog(one).getByLabel(to, { exact: true }).check();
    await expect(dialog(one)).toContainText(`The mediators will have it. It is meant for ${to}.`);
    await done(one, 'Hand it to the mediators');
  };
  const convey = async (from: Somebody, title: string, to: string) => {
    await expect(card(ines, title)).toContainText(`${to}: held by the mediators, not to be passed on`);
    await expect(card(ines, title).getByRole('button', { name: /^Convey/ })).toHaveCount(0);
    await card(from, title).getByRole('button', { name: 'Authorise' }).click();
    await done(from, `They may pass it on to ${to}`);
    await card(ines, title).getByRole('button', { name: `Convey to ${to}` }).click();
    await expect(dialog(ines)).toContainText(`It will lie before ${to}, each separately`);
    await done(ines, `Convey to ${to}`);
  };

  await test.step('PR1, PR2 a party’s proposal is its own until it is handed over, held until it authorises, and conveyed to whom it names', async () => {
    await ada.page.getByRole('button', { name: 'Write a proposal' }).click();
    await write(ada, offered, 'Aldova lets the ferries pass in winter. Brenia pays 40 for each.');
    await expect(card(ada, offered)).toContainText('In your delegation. The mediators do not have it.');
    await hand(ada, offered, 'Brenia');
    await convey(ada, offered, 'Brenia');
    await expect(card(bea, offered)).toContainText('Brenia pays 40 for each.');
    await expect(card(cai, offered)).toHaveCount(0);
    await looksRight(bea.page, 'proposals-conveyed-phone');
  });

  await test.step('PR1 recalled before it is conveyed, it never was for whom it was meant for', async () => {
    await ada.page.getByRole('button', { name: 'Write a proposal' }).click();
    await write(ada, secret, `${secret}: Aldova pays for all of it.`);
    await hand(ada, secret, 'Brenia');
    await expect(card(ines, secret)).toContainText('held by the mediators');
    await card(ada, secret).getByRole('button', { name: 'Take it back' }).click();
    await done(ada, 'Take it back');
    for (const one of [ada, ines]) await expect(card(one, secret)).toContainText('Brenia: taken back');
  });

  await test.step('PR2, PR3 it is countered, compared by words, and accepted for one’s party', async () => {
    await card(bea, offered).getByRole('button', { name: 'Counter it' }).click();
    await looksRight(bea.page, 'proposals-counter-phone');
    await write(bea, countered, 'Aldova lets the ferries pass in winter. Brenia pays 30 for each.');
    await hand(bea, countered, 'Aldova');
    await convey(bea, countered, 'Aldova');
    await expect(card(ada, offered)).toContainText('Brenia: countered by another proposal');
    await expect(card(ada, countered).locator('del')).toHaveText(/40/);
    await expect(card(ada, countered).locator('ins')).toHaveText(/30/);
    await picture(ada.page, 'look-proposals-countered', { fullPage: true });
    await looksRight(ada.page, 'proposals-countered');
    await card(ada, countered).getByRole('button', { name: 'Read and answer' }).click();
    await confirm(ada, 'Accept');
    for (const one of [ada, bea, ines]) await expect(card(one, countered)).toContainText('Aldova: accepted');
  });

  await test.step('PO6 a bracket moves nobody until it is accepted; then both are firm', async () => {
    const bracket = 'Ferries both ways';
    await bea.page.getByRole('button', { name: 'Write a proposal' }).click();
    await dialog(bea).getByLabel(/^It is a conditional bracket/).check();
    for (const side of ['We go to', 'If you go to']) {
      await dialog(bea).getByRole('group', { name: side }).getByRole('group', { name: ferries }).getByLabel('Value').selectOption('Yes');
    }
    await looksRight(bea.page, 'proposals-bracket-phone');
    await write(bea, bracket, '');
    await hand(bea, bracket, 'Aldova');
    await convey(bea, bracket, 'Aldova');
    await expect(card(ada, bracket)).toContainText('Conditional bracket.');
    await expect(row(ada, ferries)).not.toContainText('Yes');
    await card(ada, bracket).getByRole('button', { name: 'Read and answer' }).click();
    await expect(dialog(ada)).toContainText('Accepted, both sides are firm at once');
    await confirm(ada, 'Accept');
    for (const one of [ada, bea]) await expect(card(one, bracket)).toContainText('Both sides are firm. It is for Brenia to move next.');
    for (const one of [ada, bea, ines]) await expect(row(one, ferries).getByText('Yes')).toHaveCount(2);
    await expect(row(cai, ferries).getByText('Yes')).toHaveCount(0);
  });

  await test.step('SG1 to SG4 what is agreed is put into a settlement, voided with a signature, put anew, signed by all and attested', async () => {
    const treaty = 'Agreement on the dam';
    await ines.page.getByRole('button', { name: 'Rooms', exact: true }).click();
    await beginDraft(ines, treaty);
    await append(ines, treaty, '# Agreement on the dam\n\n## Article 1\n\nThe Parties pay for the dam.\n');
    await freeze(ines, treaty, 1);
    await back(ines);
    await board(ines);
    const put = async () => {
      await ines.page.getByRole('button', { name: 'Put a settlement together' }).click();
      await dialog(ines).getByLabel('Title').fill(treaty);
      await dialog(ines).getByLabel('Frozen version').selectOption({ index: 1 });
      await dialog(ines).getByRole('button', { name: 'Add this language version' }).click();
      await expect(dialog(ines).getByLabel(`${cost}: 900,000 EUR`)).toBeChecked();
    };
    await put();
    await looksRight(ines.page, 'settlement-put');
    await picture(ines.page, 'look-settlement-put');
    await done(ines, 'Lay it on the table to be signed');
    const sign = async (one: Somebody, party: string, look = false) => {
      await card(one, treaty).first().getByRole('button', { name: 'Read and sign' }).click();
      await expect(dialog(one).getByRole('button', { name: 'Sign', exact: true })).toBeDisabled();
      await expect(dialog(one)).toContainText('The Parties pay for the dam.');
      await dialog(one).getByLabel('I have read it to its end').check();
      await dialog(one).getByRole('button', { name: 'Sign', exact: true }).click();
      if (look) await looksRight(one.page, 'settlement-sign-phone');
      await done(one, `Sign for ${party}, finally`);
    };
    await sign(ada, 'Aldova');
    for (const one of everybody) await expect(card(one, treaty)).toContainText('It is being signed.');
    await card(ines, treaty).getByRole('button', { name: 'Void it' }).click();
    await expect(dialog(ines)).toContainText('The signatures of Aldova are void with it.');
    await done(ines, 'Void it');
    for (const one of everybody) await expect(card(one, treaty)).toContainText('Void.');
    await put();
    await done(ines, 'Lay it on the table to be signed');
    await sign(bea, 'Brenia', true);
    await sign(ada, 'Aldova');
    await sign(cai, 'Cordia');
    for (const one of everybody) await expect(card(one, treaty).first()).toContainText('All have signed. It stands.');
    await card(ines, treaty).first().getByRole('button', { name: 'Attest it' }).click();
    await done(ines, 'Attest it');
    await expect(secretary.page.getByText(/^Aldova, Brenia and Cordia signed one settlement agreement/)).toBeVisible();
    await secretary.page.getByRole('button', { name: 'Attest it' }).click();
    await done(secretary, 'Attest it');
    for (const one of everybody) await expect(card(one, treaty).first().getByRole('list', { name: 'Attestations' }).getByRole('listitem')).toHaveCount(2);
    await looksRight(secretary.page, 'settlement-secretary');
    await looksRight(ines.page, 'settlement-signed');
    await picture(ines.page, 'look-settlement-signed', { fullPage: true });
  });

  await test.step('PO8, SG5 what has been reached is stated, subject to an approval at home that comes; and is taken away', async () => {
    await ines.page.getByRole('button', { name: 'State what has been reached' }).click();
    await dialog(ines).getByRole('button', { name: 'It is subject to an approval at home' }).click();
    await dialog(ines).getByLabel('Of which party').selectOption('Brenia');
    await dialog(ines).getByLabel('Whose approval').fill('Parliament of Brenia');
    await until(ines, 3_600);
    await looksRight(ines.page, 'result-state');
    await done(ines, 'State it at the table');
    for (const one of heads) await expect(card(one, 'Partial agreement')).toContainText('Parliament of Brenia (Brenia): awaited');
    await card(bea, 'Partial agreement').getByRole('button', { name: 'It has come' }).click();
    await done(bea, 'It has come');
    for (const one of everybody) await expect(card(one, 'Partial agreement')).toContainText('Parliament of Brenia (Brenia): has come');
    const coming = cai.page.waitForEvent('download');
    await card(cai, 'Agreement on the dam').first().getByRole('button', { name: 'Save as a page to print' }).click();
    expect((await coming).suggestedFilename()).toBe('settlement.html');
    await looksRight(bea.page, 'result-phone');
  });

  // the deadline comes meanwhile
  await test.step('PR4 at the deadline a no and a silence look alike to every party, and the mediators alone see the answers', async () => {
    const outcome = async (one: Somebody, title: string) => {
      await expect(card(one, title)).toContainText(/Not agreed\./, { timeout: 180_000 });
      return (await card(one, title).innerText()).replace(title, '');
    };
    for (const one of heads) expect(await outcome(one, refused)).toBe(await outcome(one, silent));
    for (const one of everybody) await expect(card(one, unwanted)).toContainText('Not all would receive it.', { timeout: 180_000 });
    await expect(card(ines, refused).getByRole('listitem')).toHaveText(['Aldova: yes', 'Brenia: yes', 'Cordia: no']);
    await expect(card(ines, silent).getByRole('listitem')).toHaveText(['Aldova: yes', 'Brenia: yes', 'Cordia: no answer']);
    for (const title of [unwanted, off]) await expect(card(ines, title).getByRole('list')).toHaveCount(0);
    await looksRight(ines.page, 'proposals-over');
    await picture(ines.page, 'look-proposals-over', { fullPage: true });
  });

  await test.step('PR1, PR4 begun anew from nothing, each has been sent its own answers and no other’s', async () => {
    await Promise.all(everybody.map((one) => one.page.reload()));
    await Promise.all(everybody.map(board));
    await expect(card(cai, refused)).toContainText('Not agreed.');
    for (const one of heads) await expect(card(one, agreed)).toContainText('All agreed.');
    const answers = /"type":"(offer|proposal)\.answered"/g;
    const [bench, ...parties] = await Promise.all(everybody.map(async (one) => await heard.get(one.name)!.all()));
    expect(bench!.replaceAll('\\', '').match(answers)).toBeNull();
    // told live and once more: five offers each, and what each has answered
    expect(parties.map((one) => one.replaceAll('\\', '').match(answers)?.length)).toEqual([2 * (5 + 4), 2 * (5 + 4), 2 * (5 + 2)]);
    for (const one of parties.slice(1)) expect(one).not.toContain(secret);
    for (const one of parties.slice(2)) expect(one).not.toContain(offered);
  });

  await server.stop();
});
