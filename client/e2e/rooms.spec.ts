import { begin, type Story } from './beginning';
import { Floor } from './floor';
import { looksRight, picture } from './looks';
import { roomOf } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/8',
  parties: ['Aldova', 'Brenia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia', phone: true },
    { name: 'Ivo Lark', role: 'Interpreter' },
  ],
};

test('arrangements are kept and put back, time is counted, an interpreter is missed, an aide is seen', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, bea = who['Bea Birk']!, ivo = who['Ivo Lark']!;
  const floor = new Floor(ines);

  await test.step('RM4 the floor is kept under a name, and the last arrangement is put back in one act', async () => {
    for (const name of ['Ines Maru', 'Delegation of Aldova', 'Delegation of Brenia']) await floor.into(name, 'Joint room');
    await floor.arrangement('Save the floor as it is');
    await ines.page.getByLabel('Name of the arrangement').fill('Joint sitting');
    await looksRight(ines.page, 'arrangement-save');
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await floor.intoCaucuses(...story.parties);
    await expect(roomOf(ada).getByRole('heading', { name: 'Caucus, Aldova' })).toBeVisible();
    await floor.arrangement('Put back as before');
    await expect(ines.page.getByText('These parties would meet')).toBeVisible();
    await looksRight(ines.page, 'arrangement-before');
    await floor.apply();
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
    await picture(ines.page, 'balance');
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
    await expect(floor.place('Joint room').getByText('without interpreter')).toHaveCount(1);
    await floor.into('Ivo Lark', 'Joint room');
    await expect(floor.place('Joint room').getByText('without interpreter')).toHaveCount(0);
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
    await expect(floor.place('Joint room').getByText('with Nils Orr', { exact: true })).toBeVisible();
    await picture(bea.page, 'companion-phone');
    await looksRight(bea.page, 'room-with-companion');
    await roomOf(ada).getByRole('button', { name: 'Nils Orr has gone' }).click();
    for (const one of [ada, bea, ines]) await expect(roomOf(one).getByText('with Nils Orr', { exact: true })).toHaveCount(0);
  });

  await test.step('RM4 who went home since is named and left out knowingly', async () => {
    await bea.page.getByRole('button', { name: 'Go to your home room' }).click();
    await bea.page.getByRole('button', { name: 'Go home', exact: true }).click();
    await expect(roomOf(bea).getByRole('heading', { level: 2, name: 'Brenia', exact: true })).toBeVisible();
    await floor.into('Delegation of Aldova', 'Aldova');
    await floor.arrangement('Joint sitting');
    await expect(ines.page.getByText(/Bea Birk went home, and comes back only by accepting an invitation/)).toBeVisible();
    await looksRight(ines.page, 'arrangement-left-out');
    await floor.apply();
    await expect(roomOf(ada).getByRole('heading', { name: 'Joint room' })).toBeVisible();
    await expect(roomOf(bea).getByRole('heading', { level: 2, name: 'Brenia', exact: true })).toBeVisible();
  });

  await server.stop();
});
