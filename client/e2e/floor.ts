import { expect, type Locator } from '@playwright/test';
import type { Somebody } from './people';

/** What a mediator does on the floor, as he does it: from the menus. */
export class Floor {
  constructor(private readonly mediator: Somebody) {}

  place(room: string): Locator {
    const { page } = this.mediator;
    return page.locator('article.place', { has: page.getByRole('heading', { name: room, exact: true }) });
  }

  /** Chooses from the menu beside a name or a room. */
  async choose(beside: string, item: string): Promise<void> {
    const { page } = this.mediator;
    await page.getByRole('button', { name: `More for ${beside}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** Moves somebody, and says yes when asked a second time. */
  async into(name: string, room: string): Promise<void> {
    await this.choose(name, room);
    const there = this.place(room).getByRole('button', { name: `More for ${name}`, exact: true });
    await this.yes(there);
    await expect(there).toBeVisible();
  }

  /** Every delegation into a caucus of its own. */
  async intoCaucuses(...parties: readonly string[]): Promise<void> {
    const { page } = this.mediator;
    await page.getByRole('button', { name: 'Into caucuses' }).click();
    await page.getByRole('menuitem', { name: 'Move every delegation now' }).click();
    for (const party of parties) await expect(this.place(`Caucus, ${party}`).getByRole('button', { name: `More for Delegation of ${party}` })).toBeVisible();
  }

  async arrangement(item: string): Promise<void> {
    const { page } = this.mediator;
    await page.getByRole('button', { name: 'Arrangements' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  /** Applies the plan that is shown. */
  async apply(): Promise<void> {
    const { page } = this.mediator;
    await page.getByRole('button', { name: 'Apply all' }).click();
    await this.yes(page.getByRole('button', { name: 'Plan moves' }));
    await expect(page.getByRole('region', { name: 'Plan', exact: true })).toHaveCount(0);
  }

  /** Affirms what one is asked for, unless it is done at once. */
  async yes(done: Locator): Promise<void> {
    const asked = this.mediator.page.getByRole('dialog');
    await expect(asked.or(done).first()).toBeVisible();
    if (await asked.isVisible()) await asked.getByRole('button', { name: 'Yes, move them' }).click();
  }
}
