import { begin, type Story } from './beginning';
import { Floor } from './floor';
import { looksRight, picture } from './looks';
import { roomOf, say } from './people';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/10',
  parties: ['Aldova', 'Brenia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator', phone: true },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Aron Ash', role: 'Counsel', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
  ],
};

test('from a phone a mediator moves people, gives the floor in turn, and recalls a room with grace, calls it off, and recalls it at once', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, aron = who['Aron Ash']!, bea = who['Bea Birk']!;
  const floor = new Floor(ines);

  await test.step('RM2 the menu of moves is reached on a phone, and by the keyboard alone', async () => {
    for (const name of ['Delegation of Aldova', 'Delegation of Brenia']) await floor.into(name, 'Joint room');
    const { page } = ines;
    const more = page.getByRole('button', { name: 'More for Ines Maru', exact: true });
    const box = (await more.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    await more.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    const shown = (await menu.boundingBox())!;
    expect(shown.x).toBeGreaterThanOrEqual(0);
    expect(shown.x + shown.width).toBeLessThanOrEqual(360);
    expect(shown.y + shown.height).toBeLessThanOrEqual(740);
    await picture(page, 'floor-phone-menu');
    await page.keyboard.type('Joint');
    await expect(menu.getByRole('menuitem', { name: 'Joint room' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(floor.place('Joint room').getByRole('button', { name: 'More for Ines Maru', exact: true })).toBeVisible();
  });

  await test.step('RM15 one asks for the floor with a raised hand, and it is given, taken and given on', async () => {
    await floor.choose('Joint room', 'Speak by turn');
    for (const one of [ada, bea]) await expect(roomOf(one).getByText('Nobody has the floor.')).toBeVisible();
    await expect(roomOf(bea).getByRole('button', { name: 'Send' })).toBeDisabled();
    await roomOf(bea).getByRole('button', { name: 'Raise your hand' }).click();
    await expect(roomOf(ada).getByText('Asking for the floor: Bea Birk.')).toBeVisible();
    await roomOf(ada).getByRole('button', { name: 'Raise your hand' }).click();
    await expect(roomOf(ines).getByText('Asking for the floor: Bea Birk and Ada Alder.')).toBeVisible();
    await roomOf(ada).getByRole('button', { name: 'Lower your hand' }).click();
    await expect(roomOf(ines).getByText('Asking for the floor: Bea Birk.')).toBeVisible();
    await roomOf(ada).getByRole('button', { name: 'Raise your hand' }).click();
    await looksRight(ines.page, 'floor-by-turn');
    await roomOf(ines).getByRole('button', { name: 'Give Bea Birk the floor' }).click();
    await say(bea, 'I thank the mediator for the floor.');
    await expect(roomOf(ada).getByText('Bea Birk has the floor.')).toBeVisible();
    await looksRight(ada.page, 'room-hand-raised');
    await roomOf(ines).getByRole('button', { name: 'Give Ada Alder the floor' }).click();
    await expect(roomOf(ada).getByText('You have the floor.')).toBeVisible();
    await expect(roomOf(bea).getByRole('textbox')).toHaveAccessibleName(/Raise your hand; a mediator gives the floor/);
    await roomOf(ines).getByRole('button', { name: 'End the turn' }).click();
    await floor.choose('Joint room', 'Speak freely');
    await say(ada, 'Now anybody may speak.');
  });

  await test.step('RM11 a recall with grace is told to those whom it takes home, and called off', async () => {
    await floor.intoCaucuses(...story.parties);
    await floor.choose('Caucus, Aldova', 'Recall');
    await looksRight(ines.page, 'recall');
    await ines.page.getByRole('dialog').getByRole('button', { name: 'In 5 minutes' }).click();
    await floor.yes(floor.place('Caucus, Aldova').getByText(/Recalled: home in/));
    for (const one of [ada, aron]) await expect(roomOf(one).getByText(/Recalled: home in \d+ seconds/)).toBeVisible();
    await expect(roomOf(bea).getByText(/Recalled/)).toHaveCount(0);
    await looksRight(ada.page, 'room-recalled');
    await floor.choose('Caucus, Aldova', 'Call off the recall');
    for (const one of [ada, aron]) await expect(roomOf(one).getByText(/Recalled/)).toHaveCount(0);
    await expect(roomOf(ada).getByRole('heading', { name: 'Caucus, Aldova' })).toBeVisible();
  });

  await test.step('RM7 a recall now takes them home, and what they had begun to write is still theirs', async () => {
    await roomOf(aron).getByRole('textbox').fill('I was about to say');
    await floor.choose('Caucus, Aldova', 'Recall');
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Now' }).click();
    await floor.yes(floor.place('Aldova').getByRole('button', { name: 'More for Ada Alder' }));
    for (const one of [ada, aron]) await expect(roomOf(one).getByRole('heading', { level: 2, name: 'Aldova', exact: true })).toBeVisible();
    await expect(roomOf(bea).getByRole('heading', { name: 'Caucus, Brenia' })).toBeVisible();
    await expect(roomOf(aron).getByRole('textbox')).toHaveValue('I was about to say');
  });

  await server.stop();
});
