import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const dll = resolve(import.meta.dirname, `../../src/IomSessions.Server/bin/${process.env.CONFIGURATION ?? 'Release'}/net10.0/IomSessions.Server.dll`);

/** A process that lives for a minute does not gain back what it takes to compile code a second time. */
export const short = { DOTNET_TieredPGO: '0', DOTNET_TC_CallCounting: '0' };

// a story that fails stops nothing: what it started goes with whoever ran it
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((one) => one.kill('SIGKILL')));

/** The real server as a process of its own, on a free port and a data folder that is thrown away. */
export class Server {
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(readonly port: number, readonly data: string, private readonly words: readonly string[]) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  static async start(...words: string[]): Promise<Server> {
    const server = new Server(await freePort(), mkdtempSync(join(tmpdir(), 'iomsessions-e2e-')), words);
    await server.up();
    return server;
  }

  /** The first part of the output that matches, as soon as it has been printed. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found) return found;
      if (this.#process?.exitCode != null) throw new Error(`the server ended:\n${this.#output}`);
      await new Promise<void>((told) => this.#process?.stdout?.once('data', () => told()));
    }
  }

  async up(): Promise<void> {
    this.#output = '';
    this.#process = spawn('dotnet', [dll, ...this.words, '--urls', this.url, '--data', this.data], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...short } });
    running.add(this.#process);
    this.#process.stdout?.on('data', (text: Buffer) => { this.#output += text.toString(); });
    await this.says(/listens on/);
  }

  /** As a power cut would end it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const process = this.#process;
    if (!process || process.exitCode !== null) return;
    running.delete(process);
    const gone = new Promise((ended) => process.once('exit', ended));
    process.kill(signal);
    await gone;
  }
}

const freePort = () => new Promise<number>((found, failed) => {
  const probe = createServer();
  probe.once('error', failed);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
  });
});
