import type { CDPSession } from '@playwright/test';
import { begin, type Story } from './beginning';
import { append, beginDraft, draft, paper, put, stored, textOf } from './drafting';
import { Floor } from './floor';
import { looksRight, pictures } from './looks';
import { expect, test } from './story';

const story: Story = {
  reference: 'IOM/2026/19',
  parties: ['Aldova', 'Brenia'],
  cast: [
    { name: 'Ines Maru', role: 'Mediator' },
    { name: 'Ada Alder', role: 'Head of delegation', party: 'Aldova' },
    { name: 'Bea Birk', role: 'Head of delegation', party: 'Brenia' },
  ],
};

const title = 'Two scripts';
const arabic = 'يقيس الطرفان [Aldova: معًا] مستوى البحيرة.';

/** As an input method composes: what stands under the line while one chooses, and what is chosen. */
const compose = (cdp: CDPSession, text: string) => cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const choose = (cdp: CDPSession, text: string) => cdp.send('Input.insertText', { text });

test('DR1 from right to left, and with an input method, while another writes', async ({ browser }) => {
  const { server, who } = await begin(browser, story);
  const ines = who['Ines Maru']!, ada = who['Ada Alder']!, bea = who['Bea Birk']!;
  const floor = new Floor(ines);
  for (const party of story.parties) await floor.into(`Delegation of ${party}`, 'Joint room');
  await beginDraft(ada, title);
  await put(bea, title);

  await test.step('each paragraph runs as its own script does', async () => {
    await append(ada, title, `## Article 1\n\n${arabic}\n\nThe Parties measure the level.\n\n`);
    await stored(ada, title);
    const directions = await paper(ada, title).locator('.cm-line').evaluateAll((lines) => lines.filter((line) => line.textContent !== '').map((line) => getComputedStyle(line).direction));
    expect(directions).toEqual(['ltr', 'rtl', 'ltr']);
    // the caret goes to the left for what comes next, and what is typed stands there
    await paper(ada, title).getByText('مستوى').click();
    await ada.page.keyboard.press('End');
    await ada.page.keyboard.type(' كل شهر');
    await expect(paper(bea, title)).toContainText(`${arabic} كل شهر`);
    await expect(draft(bea, title).getByText('1 open bracket')).toBeVisible();
  });

  await test.step('what is composed stands where it was begun, though another writes before it and beside it', async () => {
    const cdp = await ada.context.newCDPSession(ada.page);
    await paper(ada, title).click();
    await ada.page.keyboard.press('Control+End');
    for (const step of ['h', 'hu', 'hu p', 'hu po']) await compose(cdp, step);
    await paper(bea, title).getByText('The Parties measure').click();
    await bea.page.keyboard.press('End');
    await bea.page.keyboard.type(' Every month.');
    await expect(paper(ada, title)).toContainText('Every month.');
    await expect(paper(ada, title)).toContainText('hu po');
    await compose(cdp, 'hu po sh');
    await choose(cdp, '湖泊水位');
    for (const step of ['m', 'mei', 'mei yue']) await compose(cdp, step);
    await choose(cdp, '每月測量');
    // one that is given up leaves nothing
    for (const step of ['d', 'dou']) await compose(cdp, step);
    await compose(cdp, '');
    await choose(cdp, '。');
    await ada.page.keyboard.type('[𠮷]');
    await stored(ada, title);
    const whole = `Article 1\n\n${arabic} كل شهر\n\nThe Parties measure the level. Every month.\n\n湖泊水位每月測量。[𠮷]`;
    for (const one of [ada, bea]) await expect.poll(() => textOf(one, title)).toBe(whole);
    await expect(draft(bea, title).getByText('2 open brackets')).toBeVisible();
    // a sign of two units goes whole
    await ada.page.keyboard.press('ArrowLeft');
    await ada.page.keyboard.press('Backspace');
    await ada.page.keyboard.press('Control+z');
    await expect.poll(() => textOf(bea, title)).toBe(whole);
  });

  await test.step('it looks right, wide and narrow, in both themes', async () => {
    await pictures(ada.page, 'writing');
    await looksRight(ada.page, 'writing');
  });

  await server.stop();
});
