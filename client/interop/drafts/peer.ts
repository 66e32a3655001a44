import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

const program = new URL('../../../tests/IomSessions.DraftPeer/bin/Release/net10.0/IomSessions.DraftPeer.dll', import.meta.url).pathname;

export type Question = { op: string } & Record<string, unknown>;
/** A history asks, and goes on with the answers. */
export type History = Generator<Question[], void, any[]>;

/** The server's drafting code in a process of its own. */
export class Peer {
  #process: ChildProcessByStdio<Writable, Readable, null> = spawn('dotnet', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  #lines = createInterface({ input: this.#process.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();

  async ask(questions: Question[]): Promise<unknown[]> {
    this.#process.stdin.write(`${JSON.stringify(questions)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The peer has ended');
    return JSON.parse(value) as unknown[];
  }

  /** Many histories abreast, so that one line carries the questions of all of them. A failure names the seed. */
  async run(seeds: number[], make: (seed: number) => History): Promise<void> {
    const guarded = <T>(seed: number, act: () => T): T => {
      try {
        return act();
      } catch (error) {
        throw new Error(`history ${seed}: ${(error as Error).message}`, { cause: error });
      }
    };
    let open = seeds.map((seed) => ({ seed, history: make(seed), asked: [] as Question[], answers: [] as unknown[] }));
    for (;;) {
      open = open.filter((one) => {
        const { value, done } = guarded(one.seed, () => one.history.next(one.answers));
        one.asked = value ?? [];
        return !done;
      });
      if (open.length === 0) return;
      const answers = await this.ask(open.flatMap((one) => one.asked));
      let from = 0;
      for (const one of open) one.answers = answers.slice(from, (from += one.asked.length));
    }
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await ended;
  }
}
