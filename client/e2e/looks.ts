import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What makes a screen unusable for somebody; what axe calls moderate and minor is looked at, not enforced. */
const grave = new Set(['serious', 'critical']);

/** The screen as it is now, in both themes: everybody can perceive and operate it; and on a phone, read from left or right, it fits. */
export async function looksRight(page: Page, name: string): Promise<void> {
  const root = page.locator('html');
  const theme = await root.getAttribute('data-theme');
  for (const shown of ['light', 'dark']) {
    await root.evaluate((html, to) => html.setAttribute('data-theme', to), shown);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.filter((v) => grave.has(v.impact ?? '')).map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    expect(found, `${name}, ${shown}`).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  for (const direction of ['rtl', 'ltr']) {
    await root.evaluate((html, to) => html.setAttribute('dir', to), direction);
    const overflow = await root.evaluate((html) => html.scrollWidth - html.clientWidth);
    await page.screenshot({ path: `test-results/look-${name}-${direction}.png` });
    expect(overflow, `${name}, ${direction}, at 360 px`).toBe(0);
  }
  await root.evaluate((html, to) => (to === null ? html.removeAttribute('data-theme') : html.setAttribute('data-theme', to)), theme);
  if (size) await page.setViewportSize(size);
}
