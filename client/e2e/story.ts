import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** A story. Who took part leaves at its end: a page that stays open goes on looking for its server, and takes the time of all later stories. */
export const test = base.extend<{ leaving: void }>({
  leaving: [async ({ browser }, use) => {
    await use();
    await Promise.all(browser.contexts().map((context) => context.close()));
  }, { auto: true }],
});
