import { expect, type Locator } from '@playwright/test';
import type { Somebody } from './people';

/** The board of issues, and what is proposed beside it, as somebody has them on screen. */
export const board = (one: Somebody) => one.page.getByRole('button', { name: 'Issues', exact: true }).click();
export const row = (one: Somebody, title: string): Locator => one.page.getByRole('row', { name: new RegExp(title) });
export const dialog = (one: Somebody): Locator => one.page.getByRole('dialog').last();
export const card = (one: Somebody, title: string): Locator => one.page.getByRole('article', { name: title, exact: true });
const closed = (one: Somebody) => expect(one.page.getByRole('dialog')).toHaveCount(0);

/** Presses a button of the dialog, which closes by it. */
export async function done(one: Somebody, button: string | RegExp): Promise<void> {
  await dialog(one).getByRole('button', { name: button, ...(typeof button === 'string' ? { exact: true } : {}) }).click();
  await closed(one);
}

/** A mediator puts an issue on the agenda. */
export async function addIssue(one: Somebody, title: string, values: string, unit?: string, without: readonly string[] = [], group?: string): Promise<void> {
  await one.page.getByRole('button', { name: 'Add an issue' }).click();
  await dialog(one).getByLabel('Title').fill(title);
  await dialog(one).getByLabel('Values').selectOption(values);
  if (unit) await dialog(one).getByLabel(/^(Currency|Unit)$/).fill(unit);
  for (const party of without) await dialog(one).getByLabel(party, { exact: true }).uncheck();
  if (group) await dialog(one).getByLabel('Package').fill(group);
  await done(one, 'Put it on the agenda');
}

/** Puts something down for one's delegation alone. */
export async function putDown(one: Somebody, issue: string, value: string, kind = 'Position'): Promise<void> {
  await one.page.getByRole('button', { name: `Put down: ${issue}` }).click();
  if (kind !== 'Position') await dialog(one).getByLabel('What it is').selectOption(kind);
  await dialog(one).getByLabel(/^Value/).fill(value);
  await done(one, /^Keep it/);
}

/** Opens all that a party has shown of itself on an issue. */
export async function history(one: Somebody, party: string, issue: string): Promise<Locator> {
  await one.page.getByRole('button', { name: new RegExp(`^History.*: ${party} on ${issue}$`) }).click();
  await expect(dialog(one)).toContainText(`${party} on “${issue}”`);
  return dialog(one);
}

/** From its history raises what stands there, and names who will see it. */
export async function raise(one: Somebody, shown: string, level: string, parties: readonly string[], willSee: string): Promise<void> {
  await dialog(one).getByRole('row', { name: new RegExp(shown) }).getByRole('button', { name: 'Show to others' }).click();
  await dialog(one).getByLabel(level, { exact: true }).check();
  for (const party of parties) await dialog(one).getByLabel(party, { exact: true }).check();
  await expect(dialog(one)).toContainText(`Will see it: ${willSee}.`);
  await dialog(one).getByRole('button', { name: `Show it to: ${willSee}` }).click();
  await expect(dialog(one).getByRole('row', { name: new RegExp(shown) }).getByRole('button', { name: 'Recall' })).toBeVisible();
}

/** The first full minute that is at least so many seconds ahead, as one enters it in the browser's zone. */
export function ahead(seconds: number): { date: string; time: string } {
  const at = new Date(Math.ceil((Date.now() + seconds * 1_000) / 60_000) * 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return { date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, time: `${two(at.getHours())}:${two(at.getMinutes())}` };
}

/** Says until when answers are taken. */
export async function until(one: Somebody, seconds: number): Promise<void> {
  const { date, time } = ahead(seconds);
  await dialog(one).getByLabel('Answers until, day').fill(date);
  await dialog(one).getByLabel('Time').fill(time);
}

/** Says yes or no in two steps, for one's party. */
export async function confirm(one: Somebody, said: string): Promise<void> {
  await dialog(one).getByRole('button', { name: said, exact: true }).click();
  await done(one, /^Confirm for/);
}
