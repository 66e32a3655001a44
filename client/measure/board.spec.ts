import { type Browser, expect, type Page, test } from '@playwright/test';
import { comeIn, somebody } from '../e2e/people';
import { Server } from '../e2e/server';
import { House, must } from '../interop/house';
import { newId, type Taker } from '../interop/taker';

// The board with 60 issues of six parties, twenty positions of each on each: how long until a change is on the screens of those who may see
// it, and how long it takes to open. Two browsers, six heads' programs and the server share the machine.
//   npx playwright test --config measure board
const issues = 60, positions = 20, changes = 200, openings = 15;
const heads = { Aland: 'Ana', Borduria: 'Berta', Cordia: 'Cai', Drenthe: 'Dora', Elbonia: 'Eli', Fadoria: 'Fay' };

test('a change on the board', async ({ browser }) => {
  const server = await Server.start();
  const house = new House(server.url);
  const [, token] = await server.says(/secretariat: \S+#(\S+)/);
  const [mediator, ...parties] = await house.open(token!, 'M-8', heads, ['speak', 'submit', 'accept', 'appoint', 'consent']) as [Taker, ...Taker[]];
  const agenda = await fill(house, mediator, parties);
  const clerk = await house.person('Carl', 'counsel', house.parties[0]);
  const counsel = await screen(browser, server, house, clerk, mediator);
  const second = await house.person('Mila', 'mediator');
  for (const head of parties) await must(head, { type: 'mediator.consent', mediator: second });
  const bench = await screen(browser, server, house, second, mediator);
  for (const [who, page] of [['a party', counsel], ['the bench', bench]] as const) {
    console.log(`opening the board, ${who}: ${told(await opened(page))}`);
  }

  const toAll: Record<'party' | 'bench', number[]> = { party: [], bench: [] }, toOwn: number[] = [];
  for (let at = 0; at < changes; at++) {
    const issue = agenda[at % issues]!, title = `${issue.title} (${at})`;
    const seen = [counsel, bench].map((page) => appears(page, title));
    await Promise.all(seen.map((one) => one.ready));
    const sent = Date.now();
    await must(mediator, { type: 'issue.edit', issue: issue.issue, title, parties: house.parties, order: issue.order });
    const [party, others] = await Promise.all(seen.map((one) => one.at)) as [number, number];
    toAll.party.push(party - sent);
    toAll.bench.push(others - sent);
    const value = String(5_000_000 + at), own = appears(counsel, (5_000_000 + at).toLocaleString('en'));
    await own.ready;
    const put = Date.now();
    await must(parties[0]!, { type: 'position.take', position: newId(), issue: issue.issue, kind: 'position', value });
    toOwn.push(await own.at - put);
  }
  console.log(`an issue is renamed, until it is on the screen of a party: ${told(toAll.party)}; of the bench: ${told(toAll.bench)}`);
  console.log(`a party puts down a position, until it is on its own screen: ${told(toOwn)}`);
  for (const taker of [house.secretary, mediator, ...parties]) await taker.cut();
  await server.stop();
});

async function fill(house: House, mediator: Taker, parties: readonly Taker[]): Promise<{ issue: string; title: string; order: number }[]> {
  const agenda = Array.from({ length: issues }, (_, order) => ({ issue: newId(), title: `Issue ${order + 1}`, order }));
  for (const one of agenda) await pace(mediator, { type: 'issue.put', ...one, kind: 'amount', unit: 'EUR', options: [], parties: house.parties });
  // the last of each is on the table, the others are confided to the mediators
  await Promise.all(parties.map(async (head, party) => {
    for (let at = 0; at < positions; at++) {
      for (const [row, { issue }] of agenda.entries()) {
        const position = newId();
        await pace(head, { type: 'position.take', position, issue, kind: 'position', value: String(1_000_000 + party * 100_000 + at * 1_000 + row) });
        await pace(head, { type: 'position.raise', position, level: at === positions - 1 ? 'joint' : 'confided', parties: [] });
      }
    }
  }));
  const shown = issues * positions * parties.length;
  await mediator.until(() => mediator.all('position.shown').length >= shown);
  return agenda;
}

/** As often as it takes: one asks no more than so much a second. */
async function pace(taker: Taker, command: object): Promise<void> {
  for (;;) {
    const reply = await taker.do(command);
    if (reply.ok) return;
    if (!reply.refusal?.retry) throw new Error(JSON.stringify(reply.refusal));
    await new Promise((go) => setTimeout(go, 100));
  }
}

async function screen(browser: Browser, server: Server, house: House, person: string, mediator: Taker): Promise<Page> {
  const who = await somebody(browser, person);
  await comeIn(who, `${server.url}/enter#${await house.link(person)}`);
  await expect(async () => must(mediator, { type: 'person.admit', people: [person] })).toPass();
  await who.page.getByRole('button', { name: 'Issues', exact: true }).click({ timeout: 60_000 });
  await expect(who.page.locator('.board-grid tbody tr')).toHaveCount(issues, { timeout: 60_000 });
  return who.page;
}

/** When words are first on a screen: after the frame in which they were painted. */
function appears(page: Page, text: string): { ready: Promise<unknown>; at: Promise<number> } {
  const ready = page.evaluate((wanted) => {
    const grid = document.querySelector('.board-grid')!;
    (window as any).seen = new Promise<number>((found) => {
      const look = () => {
        if (!grid.textContent!.includes(wanted)) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => found(Date.now())));
      };
      const watch = new MutationObserver(look);
      watch.observe(grid, { subtree: true, childList: true, characterData: true });
    });
  }, text);
  return { ready, at: ready.then(() => page.evaluate(() => (window as any).seen as Promise<number>)) };
}

/** Leaves the board and opens it again. */
async function opened(page: Page): Promise<number[]> {
  const times = [];
  for (let at = 0; at < openings; at++) {
    await page.getByRole('button', { name: 'Rooms', exact: true }).click();
    await expect(page.locator('.board-grid')).toHaveCount(0);
    times.push(await page.evaluate((rows) => new Promise<number>((done) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Issues')!;
      const from = performance.now();
      const look = () => (document.querySelectorAll('.board-grid tbody tr').length >= rows
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))) : requestAnimationFrame(look));
      button.click();
      look();
    }), issues));
  }
  return times;
}

function told(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!.toFixed(0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${times.length}`;
}
