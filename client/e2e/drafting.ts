import { expect, type Locator } from '@playwright/test';
import type { Somebody } from './people';

/** Drafts as somebody has them on screen. */
export const drafts = (who: Somebody) => who.page.getByRole('tab', { name: /^Drafts/ });
export const table = (who: Somebody) => who.page.getByRole('region', { name: 'Drafts on the table' });
export const draft = (who: Somebody, title: string): Locator => table(who).getByRole('article', { name: title, exact: true });
export const paper = (who: Somebody, title: string): Locator => draft(who, title).getByRole('textbox', { name: `Text of “${title}”` });
export const stored = (who: Somebody, title: string) => expect(draft(who, title).getByText('Everything is stored.')).toBeVisible();

/** The words on screen: without the carets of others, and without signs that show only where one writes. */
export const textOf = (who: Somebody, title: string) => paper(who, title).evaluate((content) => Array.from(content.querySelectorAll('.cm-line'), (line) => {
  const words = line.cloneNode(true) as HTMLElement;
  for (const caret of words.querySelectorAll('.draft-caret')) caret.remove();
  return (words.textContent ?? '').replace(/^#+ /, '');
}).join('\n'));

export async function beginDraft(who: Somebody, title: string): Promise<void> {
  await drafts(who).click();
  await who.page.getByRole('button', { name: 'Begin a draft' }).click();
  await who.page.getByRole('textbox', { name: 'Title' }).fill(title);
  await who.page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(paper(who, title)).toBeVisible();
}

/** Puts one of his drafts on the table. */
export async function put(who: Somebody, title: string): Promise<void> {
  await drafts(who).click();
  await who.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await expect(draft(who, title).getByText(/Everything is stored|You read this text/)).toBeVisible();
}

/** Chooses from the menu of a draft, or of one of its versions. */
export async function choose(who: Somebody, title: string, item: string, version?: number): Promise<void> {
  await draft(who, title).getByRole('button', { name: version === undefined ? `More for “${title}”` : `More for version ${version}` }).click();
  await who.page.getByRole('menuitem', { name: item, exact: true }).click();
}

export async function freeze(who: Somebody, title: string, number: number): Promise<void> {
  await choose(who, title, 'Freeze this version');
  await expect(draft(who, title).getByText(number === 1 ? '1 frozen version' : `${number} frozen versions`)).toBeVisible();
}

/** Types at the end of the text. */
export async function append(who: Somebody, title: string, words: string): Promise<void> {
  await paper(who, title).click();
  await who.page.keyboard.press('Control+End');
  await who.page.keyboard.insertText(words);
}

export const back = (who: Somebody) => who.page.getByRole('button', { name: 'Back to the room' }).click();
