import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { short } from './server';

const configuration = process.env.CONFIGURATION ?? 'Release';
const dll = resolve(import.meta.dirname, `../../tests/IomSessions.Benchmarks/bin/${configuration}/net10.0/IomSessions.Benchmarks.dll`);

export interface Text { language: string; title: string; text: string }
export interface Item { id: string; reference: string; at: string; kind: string; onBehalf: string[]; texts: Text[]; relation?: string; about?: string }

/** The public read path as a process of its own, with a door by which a test hands items over; the server itself has none. */
export class FeedHost {
  private constructor(private readonly process: ChildProcess, readonly data: string, readonly url: string) {}

  static async start(): Promise<FeedHost> {
    const data = mkdtempSync(join(tmpdir(), 'iomsessions-feed-'));
    const words = [dll, 'feed-host', data, 'http://127.0.0.1:0', '--feed-institution', 'International Mediation House'];
    const child = spawn('dotnet', words, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...short } });
    const url = await new Promise<string>((ready, failed) => {
      let said = '';
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        const found = /READY (\S+)/.exec(said);
        if (found) ready(found[1]!);
      });
      child.once('exit', () => failed(new Error(`the feed ended:\n${said}`)));
    });
    return new FeedHost(child, data, url);
  }

  async publish(item: Partial<Item> & Pick<Item, 'texts'>): Promise<Item> {
    const whole: Item = { id: randomUUID(), reference: 'IOM/2026/8', at: '2026-03-02T09:00:00Z', kind: 'JointStatement', onBehalf: ['Aldova', 'Brenia'], ...item };
    if (whole.about) whole.about = whole.about.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const answer = await fetch(`${this.url}/publish`, { method: 'POST', body: JSON.stringify(whole) });
    if (!answer.ok) throw new Error(`publish: ${answer.status}`);
    return { ...whole, id: await answer.text() };
  }

  async stop(): Promise<void> {
    const gone = new Promise((ended) => this.process.once('exit', ended));
    this.process.kill('SIGTERM');
    await gone;
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** A line to a server that can be cut, as lines are. */
export class Relay {
  private readonly open = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(url: string): Promise<Relay> {
    const { port, hostname } = new URL(url);
    const relay: Relay = new Relay(createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [one, other] of [[near, far], [far, near]] as const) {
        relay.open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => { relay.open.delete(one); other.destroy(); });
      }
    }));
    await new Promise<void>((ready) => relay.server.listen(0, '127.0.0.1', ready));
    return relay;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const socket of this.open) socket.destroy();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
