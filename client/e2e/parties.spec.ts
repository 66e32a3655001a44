import { begin, secretariat, type Story } from './beginning';
import { looksRight, picture } from './looks';
import { comeIn, credentials, invitation, register, roomOf, row, say, type Somebody, somebody } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/8',
  parties: ['Aldova', 'Brenia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Teo Lind', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
  ],
};

test('who takes part changes while it goes on: with everybody’s consent, and nobody reads what is not his', async ({ browser }) => {
  const { server, house, who } = await begin(browser, story);
  const secretary = await secretariat(browser, house);
  const joins = async (name: string, role: string, party?: string, size?: { width: number; height: number }) => {
    await register(secretary.page, name, role, party);
    const link = await invitation(secretary.page, name);
    who[name] = await somebody(browser, name, size);
    return link;
  };
  const joint = (one: Somebody) => expect(roomOf(one).getByRole('heading', { name: 'Joint room' })).toBeVisible();
  const more = async (mediator: Somebody, of: string, item: string) => {
    await mediator.page.getByRole('button', { name: `More for ${of}` }).click();
    await mediator.page.getByRole('menuitem', { name: item }).click();
  };
  const move = async (mediator: Somebody, of: string, room: string, confirm = false) => {
    await more(mediator, of, room);
    const dialog = mediator.page.getByRole('dialog');
    if (confirm) await dialog.getByRole('button', { name: 'Yes, move them' }).click();
    await expect(dialog).toHaveCount(0);
    const place = mediator.page.locator('article.place', { has: mediator.page.getByRole('heading', { name: room }) });
    await expect(place.getByRole('button', { name: `More for ${of}` })).toBeVisible();
  };
  const admit = async (mediator: Somebody, name: string) => {
    await mediator.page.getByRole('tab', { name: /Lobby/ }).click();
    const waiting = mediator.page.getByRole('tabpanel').locator('section', { hasText: name });
    await waiting.getByRole('button', { name: /^Admit/ }).first().click();
    await expect(waiting).toHaveCount(0);
    await mediator.page.getByRole('tab', { name: 'My room' }).click();
  };
  const look = async (one: Somebody, name: string) => {
    await picture(one.page, `parties-${name}`);
    await looksRight(one.page, `parties-${name}`);
  };
  const tab = (one: Somebody, name: RegExp) => one.page.getByRole('tab', { name }).click();

  const ines = who['Ines Maru']!, teo = who['Teo Lind']!, ada = who['Ada Alder']!, bea = who['Bea Birk']!;

  await test.step('SE5 a third party joins when both have consented, and reads nothing of before', async () => {
    await move(ines, 'Delegation of Aldova', 'Joint room');
    await move(ines, 'Delegation of Brenia', 'Joint room', true);
    await move(ines, 'Ines Maru', 'Joint room');
    await joint(ada);
    await say(ada, 'Before Cordia came: the nets are ours.');
    const { page } = secretary;
    await page.getByLabel('Name of the party').fill('Cordia');
    await page.getByRole('button', { name: 'Propose the party' }).click();
    await expect(page.getByText('Waits for Aldova and Brenia.')).toBeVisible();
    await look(secretary, 'proposed');
    for (const one of [ada, bea]) {
      await expect(one.page.getByText(/Cordia would join as a party/)).toBeVisible();
      if (one === ada) await look(ada, 'consent-asked');
      await one.page.getByRole('button', { name: /^Consent/ }).click();
    }
    await expect(ada.page.getByText('Cordia takes part as a party.')).toBeVisible();
    const link = await joins('Cato Cedar', 'Head of delegation', 'Cordia', { width: 360, height: 740 });
    await credentials(page, 'Cato Cedar');
    await comeIn(who['Cato Cedar']!, link);
    await admit(ines, 'Cato Cedar');
    await move(ines, 'Cato Cedar', 'Joint room', true);
    await joint(who['Cato Cedar']!);
    await expect(who['Cato Cedar']!.page.getByText('the nets are ours')).toHaveCount(0);
  });

  const cato = who['Cato Cedar']!;

  await test.step('PE3 an objection is decided before admission; PE1 a guest is placed where he is admitted to, with every consent', async () => {
    const link = await joins('Gil Gorse', 'Non-party participant');
    await tab(bea, /^People/);
    await bea.page.getByRole('button', { name: 'Object to a person' }).click();
    const dialog = bea.page.getByRole('dialog');
    await dialog.getByLabel('Person').selectOption({ label: 'Gil Gorse' });
    await dialog.getByLabel(/^Reason/).fill('He once worked for Aldova.');
    await look(bea, 'object');
    await dialog.getByRole('button', { name: 'Object', exact: true }).click();
    await expect(ada.page.getByText('Brenia objects to the admission of Gil Gorse.')).toBeVisible();
    await expect(ada.page.getByText('He once worked for Aldova.')).toHaveCount(0);
    await comeIn(who['Gil Gorse']!, link);
    await tab(ines, /Lobby/);
    await ines.page.getByRole('tabpanel').locator('section', { hasText: 'Gil Gorse' }).getByRole('button', { name: /^Admit/ }).first().click();
    await expect(ines.page.getByText(/A party objects to somebody named/)).toBeVisible();
    const objections = ines.page.getByRole('region', { name: 'Objections' });
    await expect(objections).toContainText('He once worked for Aldova.');
    await look(ines, 'objection');
    await objections.getByRole('button', { name: 'Overrule' }).click();
    await expect(objections).toHaveCount(0);
    await admit(ines, 'Gil Gorse');
    await more(ines, 'Gil Gorse', 'Rooms and items');
    const asked = ines.page.getByRole('dialog');
    await asked.getByRole('checkbox', { name: 'Joint room' }).check();
    await asked.getByLabel('Items, one a line').fill('Fish stocks');
    await look(ines, 'guest');
    await asked.getByRole('button', { name: 'Admit', exact: true }).click();
    for (const one of [ada, bea, cato]) {
      await expect(one.page.getByText(/Gil Gorse, of no party, would take part for: Fish stocks/)).toBeVisible();
      if (one === cato) await look(cato, 'guest-asked');
      await one.page.getByRole('button', { name: /^Consent/ }).click();
    }
    await move(ines, 'Gil Gorse', 'Joint room');
    await say(who['Gil Gorse']!, 'The stocks have halved.');
    await expect(roomOf(bea).getByText('The stocks have halved.')).toBeVisible();
    await tab(bea, /^People/);
    const consents = bea.page.getByRole('region', { name: 'Consents of your party' });
    await consents.locator('li', { hasText: 'Gil Gorse' }).getByRole('button', { name: 'Withdraw consent' }).click();
    await look(bea, 'consent-withdraw');
    await bea.page.getByRole('dialog').getByRole('button', { name: /^Yes, withdraw/ }).click();
    await expect(roomOf(who['Gil Gorse']!).getByRole('heading', { name: 'Joint room' })).toHaveCount(0);
    await say(ada, 'Now without our guest.');
    await expect(who['Gil Gorse']!.page.getByText('Now without our guest.')).toHaveCount(0);
  });

  await test.step('PE8 a mediator resigns and reads nothing more; another joins with every consent, to a new bench', async () => {
    await teo.page.getByRole('button', { name: 'Resign as a mediator' }).click();
    await look(teo, 'resign');
    await teo.page.getByRole('dialog').getByRole('button', { name: 'Yes, resign' }).click();
    await expect(teo.page.getByText('Waters of the lake')).toHaveCount(0);
    await expect(ines.page.getByText(/Teo Lind/)).not.toHaveCount(0);
    await ada.page.getByRole('button', { name: 'Call the mediators' }).click();
    await ada.page.getByLabel('In one line').fill('For Ines alone.');
    await ada.page.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(ines.page.getByText('For Ines alone.')).toBeVisible();
    const link = await joins('Uma Vale', 'Mediator');
    for (const one of [ada, bea, cato]) {
      await expect(one.page.getByText(/Uma Vale/).first()).toBeVisible();
      await one.page.getByRole('button', { name: /^Consent/ }).first().click();
    }
    await comeIn(who['Uma Vale']!, link);
    const uma = who['Uma Vale']!;
    await expect(uma.page.getByRole('region', { name: 'Calls' })).toContainText('Ada Alder');
    await expect(uma.page.getByText('For Ines alone.')).toHaveCount(0);
    await expect(uma.page.getByText('He once worked for Aldova.')).toHaveCount(0);
    await look(uma, 'new-bench');
  });

  await test.step('PE9 a new member is briefed on his party’s own sittings and on no other', async () => {
    await move(ines, 'Delegation of Aldova', 'Aldova');
    await expect(roomOf(ada).getByRole('heading', { name: 'Aldova', level: 2 })).toBeVisible();
    await say(ada, 'Among us: half the catch would do.');
    const link = await joins('Aron Ash', 'Counsel', 'Aldova');
    await comeIn(who['Aron Ash']!, link);
    await admit(ines, 'Aron Ash');
    await tab(ada, /^People/);
    await ada.page.locator('.member', { hasText: 'Aron Ash' }).getByRole('button', { name: 'Brief' }).click();
    const dialog = ada.page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: /^Joint room/ })).toHaveCount(0);
    await dialog.getByRole('checkbox', { name: /^Aldova/ }).first().check();
    await look(ada, 'brief');
    await dialog.getByRole('button', { name: /^Copy 1 sitting/ }).click();
    await expect(dialog).toHaveCount(0);
    const aron = who['Aron Ash']!;
    await tab(aron, /^Earlier/);
    await aron.page.getByText('a copy by Ada Alder').click();
    await expect(aron.page.getByText('half the catch would do')).toBeVisible();
    await expect(aron.page.getByText('the nets are ours')).toHaveCount(0);
    await look(aron, 'copy');
  });

  await test.step('SE5 a party withdraws in two steps, keeps its record, and the others go on without it', async () => {
    await tab(cato, /^People/);
    await cato.page.getByRole('button', { name: 'Withdraw from the mediation' }).click();
    const dialog = cato.page.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await look(cato, 'withdraw');
    await dialog.getByRole('button', { name: 'Withdraw Cordia' }).click();
    // the newest notice may be another one that follows from it: the two who are left sit apart
    await ada.page.getByRole('button', { name: /earlier notices?$/ }).click();
    await expect(ada.page.getByText('Cordia has withdrawn from the mediation.')).toBeVisible();
    await expect(roomOf(cato).getByRole('heading', { name: 'Cordia', level: 2 })).toBeVisible();
    await say(bea, 'We go on as two.');
    await expect(cato.page.getByText('We go on as two.')).toHaveCount(0);
    await tab(cato, /^Earlier/);
    await cato.page.locator('.earlier details', { hasText: 'Joint room' }).first().locator('summary').click();
    await expect(cato.page.getByText(/The stocks have halved|Now without our guest/).first()).toBeVisible();
    await look(cato, 'withdrawn');
    await expect(row(secretary.page, 'Cato Cedar')).toBeVisible();
    await look(secretary, 'after');
    await look(ines, 'floor-after');
  });

  await server.stop();
});
