import { expect, test } from '@playwright/test';
import { looksRight } from './looks';
import { comeIn, credentials, invitation, register, roomOf, type Somebody, somebody } from './people';
import { Server } from './server';

const parties = ['Aldova', 'Brenia'];
const cast = [
  { name: 'Ines Maru', role: 'Mediator' },
  { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
  { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
  { name: 'Ivo Lark', role: 'Interpreter' },
];

test('arrangements are kept and put back, time is counted, an interpreter is missed, an aide is seen', async ({ browser }) => {
  const server = await Server.start();
  const [, first] = await server.says(/secretariat: (\S+)/);
  const secretary = await somebody(browser, 'Secretariat');
  const who: Record<string, Somebody> = {};

  await test.step('everybody is prepared, comes in and is admitted; the session opens', async () => {
    const { page } = secretary;
    await page.goto(first!);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByLabel('Reference').fill('IOM/2026/8');
    await page.getByLabel('Title').fill('Waters of the lake');
    await page.getByRole('button', { name: 'Prepare' }).click();
    for (const party of parties) {
      await page.getByLabel('Name of the party').fill(party);
      await page.getByRole('button', { name: 'Add the party' }).click();
      await expect(page.getByRole('heading', { name: party })).toBeVisible();
    }
    for (const person of cast) await register(page, person.name, person.role, person.party);
    for (const head of ['Ada Alder', 'Bea Birk']) await credentials(page, head);
    await page.getByRole('button', { name: 'Propose a protocol' }).click();
    await page.getByRole('button', { name: /^Propose/ }).last().click();
    for (const { name } of cast) {
      const link = await invitation(page, name);
      who[name] = await somebody(browser, name, name === 'Bea Birk' ? { width: 360, height: 740 } : undefined);
      await comeIn(who[name]!, link);
    }
    const ines = who['Ines Maru']!.page;
    await ines.getByRole('tab', { name: /Lobby/ }).click();
    for (let left = 3; left > 0; left--) {
      await ines.getByRole('button', { name: 'Admit', exact: true }).first().click();
      if (left > 1) await expect(ines.getByRole('tab', { name: new RegExp(`Lobby.*${left - 1}`) })).toBeVisible();
    }
    await expect(ines.getByText('Nobody is waiting.')).toBeVisible();
    await ines.getByRole('tab', { name: 'My room' }).click();
    for (const head of [who['Ada Alder']!, who['Bea Birk']!]) {
      await head.page.getByRole('tab', { name: /Protocol/ }).click();
      await head.page.getByRole('button', { name: /^Accept for/ }).click();
    }
    await ines.getByRole('button', { name: 'Open the session' }).click();
    await expect(ines.getByRole('button', { name: 'Adjourn' })).toBeVisible();
  });

  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, bea = who['Bea Birk']!, ivo = who['Ivo Lark']!;
  const place = (room: string) => ines.page.locator('article.place', { has: ines.page.getByRole('heading', { name: room, exact: true }) });
  const into = async (name: string, room: string) => {
    await ines.page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
    await ines.page.getByRole('menuitem', { name: room, exact: true }).click();
    const asked = ines.page.getByRole('dialog');
    const there = place(room).getByRole('button', { name: `More for ${name}`, exact: true });
    await expect(asked.or(there)).toBeVisible();
    if (await asked.isVisible()) await asked.getByRole('button', { name: 'Yes, move them' }).click();
    await expect(there).toBeVisible();
  };
  const arrangement = async (item: string) => {
    await ines.page.getByRole('button', { name: 'Arrangements' }).click();
    await ines.page.getByRole('menuitem', { name: item }).click();
  };
  const apply = async () => {
    await ines.page.getByRole('button', { name: 'Apply all' }).click();
    const plan = ines.page.getByRole('region', { name: 'Plan', exact: true });
    const asked = ines.page.getByRole('dialog');
    await expect(asked.or(ines.page.getByRole('button', { name: 'Plan moves' }))).toBeVisible();
    if (await asked.isVisible()) await asked.getByRole('button', { name: 'Yes, move them' }).click();
    await expect(plan).toHaveCount(0);
  };

  await test.step('RM4 the floor is kept under a name, and the last arrangement is put back in one act', async () => {
    for (const name of ['Ines Maru', 'Delegation of Aldova', 'Delegation of Brenia']) await into(name, 'Joint room');
    await arrangement('Save the floor as it is');
    await ines.page.getByLabel('Name of the arrangement').fill('Joint sitting');
    await looksRight(ines.page, 'arrangement-save');
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await ines.page.getByRole('button', { name: 'Into caucuses' }).click();
    await ines.page.getByRole('menuitem', { name: 'Move every delegation now' }).click();
    await expect(roomOf(ada).getByRole('heading', { name: 'Caucus, Aldova' })).toBeVisible();
    await arrangement('Put back as before');
    await expect(ines.page.getByText('These parties would meet')).toBeVisible();
    await looksRight(ines.page, 'arrangement-before');
    await apply();
    for (const one of [ada, bea]) await expect(roomOf(one).getByRole('heading', { name: 'Joint room' })).toBeVisible();
  });

  await test.step('RM4 who came with nothing knows what was before and what is kept', async () => {
    await ines.page.reload();
    await ines.page.getByRole('button', { name: 'Arrangements' }).click();
    await expect(ines.page.getByRole('menuitem', { name: 'Joint sitting' })).toBeVisible();
    await expect(ines.page.getByRole('menuitem', { name: 'Put back as before' })).not.toHaveAttribute('aria-disabled', 'true');
    await ines.page.keyboard.press('Escape');
  });

  await test.step('RM13 the bench sees the time of the parties, and nobody else does', async () => {
    const balance = ines.page.getByRole('region', { name: 'Time of the parties' });
    await balance.getByText('As a table').click();
    await expect(balance.getByRole('row', { name: /^Aldova .* Joint$/ })).toBeVisible();
    await balance.scrollIntoViewIfNeeded();
    await ines.page.screenshot({ path: 'test-results/balance.png' });
    await looksRight(ines.page, 'floor-balance');
    for (const one of [ada, bea, ivo]) await expect(one.page.getByText('Time of the parties')).toHaveCount(0);
  });

  await test.step('PE10 an interpreter is assigned, and the floor says who is without', async () => {
    await ines.page.getByRole('button', { name: 'More for Ivo Lark' }).click();
    await ines.page.getByRole('menuitem', { name: 'Interprets for' }).click();
    await ines.page.getByRole('radio', { name: 'For these people' }).check();
    await ines.page.getByRole('checkbox', { name: 'Ada Alder' }).check();
    await looksRight(ines.page, 'interpreter');
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(ines.page.getByText('interprets for Ada Alder')).toBeVisible();
    await expect(place('Joint room').getByText('without interpreter')).toHaveCount(1);
    await into('Ivo Lark', 'Joint room');
    await expect(place('Joint room').getByText('without interpreter')).toHaveCount(0);
  });

  await test.step('PE11 an aide gives the undertaking, is seen by everybody in the room, and is gone when he has gone', async () => {
    await roomOf(ada).getByRole('button', { name: 'Somebody is with me' }).click();
    await ada.page.getByLabel('His or her name').fill('Nils Orr');
    await ada.page.getByRole('checkbox').check();
    await looksRight(ada.page, 'companion');
    await ada.page.getByRole('button', { name: 'Declare', exact: true }).click();
    // on her phone the list of who hears is folded; where she writes he is named all the same
    await expect(roomOf(bea).getByText(/^Heard by .*Nils Orr/)).toBeVisible();
    for (const one of [bea, ines]) await roomOf(one).getByText(/people can hear what is said here/).click();
    for (const one of [ada, bea, ivo, ines]) await expect(roomOf(one).getByText('with Nils Orr', { exact: true })).toBeVisible();
    await expect(roomOf(bea).getByText(/Nils Orr is with Ada Alder now/)).toBeVisible();
    await expect(place('Joint room').getByText('with Nils Orr', { exact: true })).toBeVisible();
    await bea.page.screenshot({ path: 'test-results/companion-phone.png' });
    await looksRight(bea.page, 'room-with-companion');
    await roomOf(ada).getByRole('button', { name: 'Nils Orr has gone' }).click();
    for (const one of [ada, bea, ines]) await expect(roomOf(one).getByText('with Nils Orr', { exact: true })).toHaveCount(0);
  });

  await test.step('RM4 who went home since is named and left out knowingly', async () => {
    await bea.page.getByRole('button', { name: 'Go to your home room' }).click();
    await bea.page.getByRole('button', { name: 'Go home', exact: true }).click();
    await expect(roomOf(bea).getByRole('heading', { level: 2, name: 'Brenia', exact: true })).toBeVisible();
    await into('Delegation of Aldova', 'Aldova');
    await arrangement('Joint sitting');
    await expect(ines.page.getByText(/Bea Birk went home, and comes back only by accepting an invitation/)).toBeVisible();
    await looksRight(ines.page, 'arrangement-left-out');
    await apply();
    await expect(roomOf(ada).getByRole('heading', { name: 'Joint room' })).toBeVisible();
    await expect(roomOf(bea).getByRole('heading', { level: 2, name: 'Brenia', exact: true })).toBeVisible();
  });

  await server.stop();
});
