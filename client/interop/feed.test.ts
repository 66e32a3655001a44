import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { EventSource } from 'eventsource';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeedHost, type Item, Relay } from '../e2e/feedhost';

// Clients that nobody here wrote read the public feed.
const run = promisify(execFile);
const arabic = { language: 'ar', title: 'بشأن المياه', text: 'التقى الطرفان.' };
const english = { language: 'en', title: 'On the waters', text: 'The parties have met.\n\nThey will <meet> again & again.' };
let host: FeedHost;
let items: Item[];
const feed = (more = '') => `${host.url}/feed/IOM/2026/8${more}`;
const until = async (isSo: () => boolean) => {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 1200) throw new Error('it did not come');
    await new Promise((later) => setTimeout(later, 25));
  }
};

beforeAll(async () => {
  host = await FeedHost.start();
  items = [await host.publish({ texts: [english, arabic] })];
  items.push(await host.publish({ at: '2026-03-02T09:05:00Z', kind: 'ProceduralNotice', texts: [english], relation: 'Correction', about: items[0]!.id }));
});

afterAll(() => host?.stop());

describe('CL3_ Server-Sent Events', () => {
  it('reach the npm package eventsource, and nothing is lost or doubled when the line drops', async () => {
    const relay = await Relay.to(host.url);
    const got: string[] = [];
    let opened = 0;
    const source = new EventSource(`${relay.url}/feed/IOM/2026/8/events`);
    source.addEventListener('open', () => { opened++; });
    source.addEventListener('message', (event) => got.push(JSON.parse(event.data).id));
    await until(() => got.length === 2);
    relay.cut();
    items.push(await host.publish({ at: '2026-03-02T09:10:00Z', texts: [english] }));
    await until(() => got.length === 3);
    items.push(await host.publish({ at: '2026-03-02T09:15:00Z', texts: [english] }));
    await until(() => got.length === 4);
    source.close();
    relay.close();
    expect(opened).toBe(2);
    expect(got).toEqual(items.map((item) => item.id));
  });

  it('reach curl, from the item on that it names', async () => {
    const { stdout } = await run('curl', ['-sN', '--max-time', '3', '-H', `Last-Event-ID: ${items[0]!.id}`, feed('/events')])
      .catch((late: { stdout: string }) => late);
    const ids = [...stdout.matchAll(/^id: (\S+)$/gm)].map((found) => found[1]);
    expect(stdout).toMatch(/^retry: 3000$/m);
    expect(ids).toEqual(items.slice(1).map((item) => item.id));
  });
});

describe('CL3_ feed readers', () => {
  it('feedsmith reads Atom', async () => {
    const atom = parseAtomFeed(await (await fetch(feed('/atom.xml'))).text());
    expect(atom.id).toMatch(/^urn:uuid:/);
    expect(atom.links?.find((link) => link.rel === 'self')?.href).toBe(feed('/atom.xml'));
    const entry = atom.entries?.at(-1);
    expect(entry?.title).toMatchObject({ value: english.title, xml: { lang: 'en' } });
    expect(entry?.authors?.map((author) => author.name)).toEqual(['Aldova', 'Brenia']);
    expect(entry?.content).toMatchObject({ type: 'html', value: expect.stringContaining('They will &lt;meet&gt; again &amp; again.') });
    expect(entry?.content).toMatchObject({ value: expect.stringContaining('<div lang="ar" dir="rtl">') });
    expect(entry?.links?.some((link) => link.rel === 'related' && link.href?.endsWith(items[1]!.id))).toBe(true);
  });

  it('rss-parser reads Atom', async () => {
    const atom = await new RssParser().parseURL(feed('/atom.xml'));
    expect(atom.title).toBe('Public statements: IOM/2026/8');
    expect(atom.items.map((item) => item.link)).toEqual(items.map((item) => feed(`/items/${item.id}`)).reverse());
    expect(atom.items.at(-1)).toMatchObject({ title: english.title, isoDate: '2026-03-02T09:00:00.000Z' });
  });

  it('feedsmith reads JSON Feed', async () => {
    const json = parseJsonFeed(await (await fetch(feed('/feed.json'))).text());
    expect(json.feed_url).toBe(feed('/feed.json'));
    expect(json.items?.map((item) => item.id)).toEqual(items.map((item) => item.id).reverse());
    expect(json.items?.at(-1)).toMatchObject({ title: english.title, language: 'en', tags: ['joint-statement'] });
    expect(json.items?.at(-1)?.content_text).toContain(arabic.text);
  });
});

describe('CL3_ SignalR', () => {
  it.each([HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling])('the npm client follows, transport %s', async (transport) => {
    const hub = new HubConnectionBuilder().withUrl(`${host.url}/hub/feed`, { transport, withCredentials: false }).configureLogging(LogLevel.None).build();
    await hub.start();
    const [streamed, pushed]: [string[], string[]] = [[], []];
    hub.on('Item', (item) => pushed.push(item.id));
    const missed = await hub.invoke('Listen', 'IOM/2026/8', items.at(-1)!.id);
    hub.stream('Follow', 'IOM/2026/8', items[0]!.id).subscribe({ next: (item) => streamed.push(item.id), error: () => {}, complete: () => {} });
    await until(() => streamed.length === items.length - 1);
    items.push(await host.publish({ at: '2026-03-02T09:20:00Z', texts: [english] }));
    await until(() => streamed.length === items.length - 1 && pushed.length === 1);
    await hub.stop();
    expect(missed).toEqual([]);
    expect(streamed).toEqual(items.slice(1).map((item) => item.id));
    expect(pushed).toEqual([items.at(-1)!.id]);
  });
});
