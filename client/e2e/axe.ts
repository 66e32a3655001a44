import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window { axe?: typeof import('axe-core') }
}

/** What depends on colours alone; a theme changes nothing else. */
export const ofColours = ['color-contrast', 'link-in-text-block'] as const;

/** What axe finds wrong on the page as it is: every rule, or those that are named. */
export async function violations(page: Page, rules?: readonly string[]): Promise<{ impact: string; said: string }[]> {
  if (!await page.evaluate(() => 'axe' in window)) await bring(page);
  return await page.evaluate(async (only) => {
    const found = await window.axe!.run({ resultTypes: ['violations'], ...(only ? { runOnly: [...only] } : {}) });
    return found.violations.map((v) => ({ impact: v.impact ?? '', said: `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}` }));
  }, rules);
}

/** Two thirds of a megabyte: once a page, and the shortest way. */
async function bring(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Runtime.evaluate', { expression: axe.source });
  await line.detach();
}
