import { expect, type Page, type PageScreenshotOptions } from '@playwright/test';
import { ofColours, violations } from './axe';

/** What makes a screen unusable for somebody; what axe calls moderate and minor is looked at, not enforced. */
const grave = new Set(['serious', 'critical']);
const themes = ['light', 'dark'] as const, directions = ['rtl', 'ltr'] as const;

// pictures are for people to look at: they prove nothing by themselves, and take their time
const taken = process.env.PICTURES !== undefined;
const wide = { width: 1280, height: 800 }, phone = { width: 360, height: 740 };

/** The screen as it is now, as test-results/name.png, if pictures are asked for. */
export async function picture(page: Page, name: string, options: PageScreenshotOptions = {}): Promise<void> {
  if (taken) await page.screenshot({ ...options, path: `test-results/${name}.png` });
}

/** As it is for somebody whose system is light or dark, at a desk and on a phone. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (!taken) return;
  const before = page.viewportSize() ?? wide;
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    for (const size of [wide, phone]) {
      await page.setViewportSize(size);
      await picture(page, `${name}-${size.width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}

/** The screen as it is now, in both themes: everybody can perceive and operate it; and on a phone, read from left or right, it fits. */
export async function looksRight(page: Page, name: string): Promise<void> {
  const root = page.locator('html');
  const theme = await root.getAttribute('data-theme');
  for (const shown of themes) {
    await root.evaluate((html, to) => html.setAttribute('data-theme', to), shown);
    const found = (await violations(page, shown === 'light' ? undefined : ofColours)).filter(({ impact }) => grave.has(impact));
    expect(found.map(({ said }) => said), `${name}, ${shown}`).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize(phone);
  for (const direction of directions) {
    const overflow = await root.evaluate((html, to) => {
      html.setAttribute('dir', to);
      return html.scrollWidth - html.clientWidth;
    }, direction);
    await picture(page, `look-${name}-${direction}`);
    expect(overflow, `${name}, ${direction}, at 360 px`).toBe(0);
  }
  await root.evaluate((html, to) => (to === null ? html.removeAttribute('data-theme') : html.setAttribute('data-theme', to)), theme);
  if (size) await page.setViewportSize(size);
}
