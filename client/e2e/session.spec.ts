import { admitAndOpen, type Cast, everybodyComes, prepare, type Story } from './beginning';
import { Floor } from './floor';
import { looksRight, picture } from './looks';
import { register, roomOf, row, say, somebody } from './people';
import { Server } from './server';
import { expect, test } from './story';

const parties = ['Aldova', 'Brenia', 'Cordia'];
const story: Story = {
  reference: 'IOM/2026/7',
  parties,
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Teo Lind', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Aron Ash', role: 'Counsel', party: 'Aldova', phone: true },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
    { name: 'Cato Cedar', role: 'Head of delegation', party: 'Cordia' },
  ],
  notice: 'now',
  existence: true,
};

test('a session from the first link to the recall: everybody hears what is his and nothing else', async ({ browser }) => {
  const server = await Server.start();
  const [, first] = await server.says(/secretariat: (\S+)/);
  const secretary = await somebody(browser, 'Secretariat');
  let who: Cast = {};
  let links: Record<string, string> = {};

  await test.step('the secretariat prepares: parties, people, credentials, protocol, invitations', async () => {
    const { page } = secretary;
    await page.goto(first!);
    await looksRight(page, 'enter');
    links = await prepare(page, story);
    await register(page, 'Ivo Lark', 'Interpreter');
    await looksRight(page, 'secretariat');
    await picture(page, 'secretariat');
  });

  await test.step('the link opens nothing by itself, works once, and a used one says so', async () => {
    who = await everybodyComes(browser, story, links);
    const thief = await somebody(browser, 'thief');
    await thief.page.goto(links['Ada Alder']!);
    await thief.page.getByRole('button', { name: 'Take part' }).click();
    await expect(thief.page.getByText(/has been used already/)).toBeVisible();
    await thief.context.close();
  });

  const ines = who['Ines Maru']!, teo = who['Teo Lind']!, ada = who['Ada Alder']!, aron = who['Aron Ash']!, bea = who['Bea Birk']!, cato = who['Cato Cedar']!;

  await test.step('PE3 in the lobby one sees one’s own delegation and nobody else', async () => {
    await expect(ada.page.getByText('You are waiting to be admitted')).toBeVisible();
    await expect(ada.page.getByText('Aron Ash')).toBeVisible();
    await expect(ada.page.getByText('Bea Birk')).toHaveCount(0);
    await picture(aron.page, 'lobby');
    await looksRight(ada.page, 'lobby');
  });

  await test.step('a mediator admits them and opens the session', async () => {
    await ines.page.getByRole('tab', { name: /Lobby/ }).click();
    await picture(ines.page, 'lobby-of-the-floor');
    await admitAndOpen(ines, who, story);
  });

  await test.step('RM4 bringing parties together is confirmed by name; everybody is in the joint room', async () => {
    const joint = ines.page.locator('article.place', { has: ines.page.getByRole('heading', { name: 'Joint room' }) });
    for (const [at, party] of parties.entries()) {
      await ines.page.getByRole('button', { name: `More for Delegation of ${party}` }).click();
      await ines.page.getByRole('menuitem', { name: 'Joint room' }).click();
      if (party !== parties[0]) {
        const dialog = ines.page.getByRole('dialog');
        await expect(dialog).toContainText(party);
        await dialog.getByRole('button', { name: 'Yes, move them' }).click();
        await expect(dialog).toHaveCount(0);
      }
      await expect(joint.getByRole('button', { name: `More for Delegation of ${party}` })).toBeVisible();
      await expect(roomOf([ada, bea, cato][at]!).getByRole('heading', { name: 'Joint room' })).toBeVisible();
    }
    for (const mediator of ['Ines Maru', 'Teo Lind']) {
      await ines.page.getByRole('button', { name: `More for ${mediator}` }).click();
      await ines.page.getByRole('menuitem', { name: 'Joint room' }).click();
      await expect(joint.getByRole('button', { name: `More for ${mediator}` })).toBeVisible();
    }
    for (const one of [ada, aron, bea, cato, teo]) await expect(roomOf(one).getByRole('heading', { name: 'Joint room' })).toBeVisible();
    await picture(ada.page, 'room-joint');
    await looksRight(ines.page, 'floor-joint');
    await say(ada, 'We thank the mediators for receiving us.');
    for (const one of [aron, bea, cato]) await expect(roomOf(one).getByText('We thank the mediators')).toBeVisible();
  });

  await test.step('into caucuses: each delegation in its own room, and what is said there stays there', async () => {
    await new Floor(ines).intoCaucuses(...parties);
    await expect(roomOf(ada).getByRole('heading', { name: 'Caucus, Aldova' })).toBeVisible();
    await expect(roomOf(bea).getByRole('heading', { name: 'Caucus, Brenia' })).toBeVisible();
    await expect(roomOf(ada).getByText(/You are now in/)).toBeVisible();
    await ines.page.getByRole('button', { name: 'More for Ines Maru' }).click();
    await ines.page.getByRole('menuitem', { name: 'Caucus, Aldova' }).click();
    await expect(roomOf(ada).getByText('Ines Maru').first()).toBeVisible();
    await say(ada, 'Between us: the northern shore matters less.');
    await expect(roomOf(ines).getByText('the northern shore matters less')).toBeVisible();
    await expect(roomOf(aron).getByText('the northern shore matters less')).toBeVisible();
    await picture(ines.page, 'floor');
    await looksRight(ines.page, 'floor');
    await looksRight(ada.page, 'room');
    await aron.page.evaluate(() => window.scrollTo(0, 0));
    await picture(aron.page, 'room-phone');
    for (const one of [bea, cato, teo]) await expect(one.page.getByText('northern shore')).toHaveCount(0);
  });

  await test.step('RM11, RM12, RM14, RM15: a deadline, a call, a word to a party, a knock, speaking by turn', async () => {
    await bea.page.getByRole('button', { name: 'Call the mediators' }).click();
    await bea.page.getByLabel('In one line').fill('We are ready.');
    await bea.page.getByRole('button', { name: 'Call', exact: true }).click();
    const calls = ines.page.getByRole('region', { name: 'Calls' });
    await expect(calls.getByText('We are ready.')).toBeVisible();
    await calls.getByRole('button', { name: 'I see to it' }).click();
    await expect(bea.page.getByText('Ines Maru sees to your call.')).toBeVisible();
    for (const one of [ada, cato]) await expect(one.page.getByText('We are ready.')).toHaveCount(0);

    await ines.page.getByRole('button', { name: 'More for Caucus, Aldova' }).click();
    await ines.page.getByRole('menuitem', { name: 'Set a deadline' }).click();
    await ines.page.getByRole('dialog').getByRole('button', { name: '10 minutes' }).click();
    await expect(roomOf(ada).getByText(/Until .* left/)).toBeVisible();
    await expect(roomOf(bea).getByText(/Until .* left/)).toHaveCount(0);

    await ines.page.getByRole('button', { name: 'More for Brenia', exact: true }).click();
    await ines.page.getByRole('menuitem', { name: 'Send a word' }).click();
    await ines.page.getByLabel('Your word').fill('Ten more minutes, please.');
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await expect(bea.page.getByText('Ten more minutes, please.')).toBeVisible();
    for (const one of [ada, cato]) await expect(one.page.getByText('Ten more minutes')).toHaveCount(0);

    await ines.page.getByRole('button', { name: 'More for Caucus, Aldova' }).click();
    await ines.page.getByRole('menuitem', { name: 'Speak by turn' }).click();
    await roomOf(aron).getByRole('button', { name: 'Raise your hand' }).click();
    await roomOf(ines).getByRole('button', { name: 'Give Aron Ash the floor' }).click();
    await expect(roomOf(aron).getByText('You have the floor.')).toBeVisible();
    await looksRight(ines.page, 'floor-with-calls');
    await looksRight(aron.page, 'room-by-turn');
    await picture(ines.page, 'floor-with-calls');
    await ines.page.getByRole('button', { name: 'More for Caucus, Aldova' }).click();
    await ines.page.getByRole('menuitem', { name: 'Speak freely' }).click();
    await ines.page.getByRole('region', { name: 'Calls' }).getByRole('button', { name: 'Done' }).click();
    await expect(bea.page.getByRole('button', { name: 'Call the mediators' })).toBeVisible();
  });

  await test.step('RM8 a reload in a caucus comes back to it, with all that was said', async () => {
    await aron.page.reload();
    await expect(roomOf(aron).getByRole('heading', { name: 'Caucus, Aldova' })).toBeVisible();
    await expect(roomOf(aron).getByText('the northern shore matters less')).toBeVisible();
  });

  await test.step('a lost line is shown as lost, words wait, and nothing is lost or said twice', async () => {
    await ada.context.setOffline(true);
    await server.kill();
    await roomOf(ada).getByRole('textbox').fill('Said while the line was down.');
    await roomOf(ada).getByRole('button', { name: 'Send' }).click();
    await expect(ada.page.getByText(/No connection since/)).toBeVisible();
    await expect(ada.page.getByText(/not sent, kept here/)).toBeVisible();
    await server.up();
    await ada.context.setOffline(false);
    await expect(roomOf(ines).getByText('Said while the line was down.')).toHaveCount(1, { timeout: 60_000 });
    await expect(roomOf(ada).getByText('Said while the line was down.')).toHaveCount(1);
    await expect(ada.page.getByText('Connected', { exact: true })).toBeVisible();
  });

  await test.step('recall: everybody is home, never in the joint room', async () => {
    await expect(ines.page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
    await ines.page.getByRole('button', { name: 'Recall everyone' }).click();
    const dialog = ines.page.getByRole('dialog');
    await expect(dialog).toContainText('Ada Alder');
    await dialog.getByRole('button', { name: 'Yes, move them' }).click();
    await expect(roomOf(ada).getByRole('heading', { level: 2, name: 'Aldova', exact: true })).toBeVisible({ timeout: 40_000 });
    await expect(roomOf(bea).getByRole('heading', { level: 2, name: 'Brenia', exact: true })).toBeVisible({ timeout: 40_000 });
    await ines.page.getByRole('button', { name: 'More for Brenia', exact: true }).click();
    await ines.page.getByRole('menuitem', { name: 'Knock' }).click();
    await roomOf(bea).getByRole('button', { name: 'Come in' }).click();
    await expect(ines.page.getByText('Brenia: you may come in.')).toBeVisible();
    await ada.page.getByRole('tab', { name: 'Earlier' }).click();
    await expect(ada.page.getByText('Caucus, Aldova').first()).toBeVisible();
    await looksRight(ada.page, 'earlier');
  });

  await test.step('PE4 a removed person is out at once and stays out', async () => {
    // his line came back by itself some time after the server did: only whoever is there is sent away
    await expect(aron.page.getByRole('banner').getByRole('status')).toHaveText('Connected', { timeout: 60_000 });
    await row(secretary.page, 'Aron Ash').getByRole('button', { name: 'Remove' }).click();
    await secretary.page.getByLabel('On whose written order').fill('Head of the delegation of Aldova');
    await secretary.page.getByRole('button', { name: 'Remove Aron Ash' }).click();
    await expect(aron.page.getByText('You no longer take part in this session')).toBeVisible();
    await expect(aron.page.getByText('northern shore')).toHaveCount(0);
    await aron.page.reload();
    await expect(aron.page.getByText(/does not take part|no longer take part/)).toBeVisible();
  });

  await server.stop();
});
