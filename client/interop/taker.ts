import { type HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { randomUUID } from 'node:crypto';

// Nothing here comes from the web client or the server: it is written from PROTOCOL.md alone, as an integrator would.

interface Told { circle: string; kind: string; offset: number; hash: string; at: string; body: { type: string; [field: string]: unknown } }
interface Refusal { code: string; sentence: string; retry: boolean; detail?: unknown }
interface Answer { ok: boolean; refusal?: Refusal; [field: string]: unknown }

export const newId = () => randomUUID().replaceAll('-', '');

const xor = (a: string, b: string) => (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(16).padStart(32, '0');

/** A participant's program. */
export class Taker {
  readonly events: Told[] = [];
  readonly past: Told[] = [];
  readonly heads = new Map<string, { offset: number; hash: string }>();
  /** What is not as PROTOCOL.md says. */
  readonly faults: string[] = [];
  beats = 0;
  resets = 0;
  #closed: { count: number; hash: string } | null = null;
  #hub: HubConnection | undefined;
  #waiting: { seen: () => boolean; go: () => void }[] = [];

  constructor(private readonly url: string, private readonly session: string, private readonly who: { bearer?: string; cookie?: string }) {}

  get bearer(): string {
    return this.who.bearer ?? '';
  }

  async connect(transport: HttpTransportType): Promise<void> {
    const { bearer, cookie } = this.who;
    const hub = new HubConnectionBuilder()
      .withUrl(`${this.url}/hub/session?session=${this.session}`, {
        transport,
        ...(bearer ? { accessTokenFactory: () => bearer } : {}),
        ...(cookie ? { headers: { Cookie: cookie } } : {}),
      })
      .configureLogging(LogLevel.None)
      .build();
    hub.on('Events', (events: Told[]) => this.#told(() => events.forEach((told) => this.#take(told))));
    hub.on('Outline', (outline: { cursors: (Told)[]; closed: { count: number; hash: string } | null }) => this.#told(() => {
      this.heads.clear();
      this.#closed = outline.closed;
      for (const { circle, offset, hash } of outline.cursors) this.heads.set(circle, { offset, hash });
    }));
    hub.on('Past', ({ events }: { events: Told[] }) => this.#told(() => this.past.push(...events)));
    hub.on('Beat', ({ hash }: { hash: string }) => this.#told(() => {
      this.beats++;
      const held = [...this.heads.values()].reduce((sum, head) => xor(sum, head.hash), this.#closed?.hash ?? '0'.repeat(32));
      if (held !== hash) this.faults.push('a beat differs');
    }));
    hub.on('Reset', () => this.#told(() => {
      this.resets++;
      this.heads.clear();
      this.#closed = null;
    }));
    for (const target of ['Presence', 'Typing', 'Goodbye']) hub.on(target, () => undefined);
    await hub.start();
    this.#hub = hub;
  }

  hello(recent?: number): Promise<Answer> {
    const cursors = [...this.heads].map(([circle, head]) => ({ circle, ...head }));
    return this.invoke('Hello', { protocol: 1, cursors, closed: this.#closed, ...(recent === undefined ? {} : { recent }) });
  }

  do(command: object, id = newId()): Promise<Answer> {
    return this.invoke('Do', { id, command });
  }

  invoke(method: string, argument: unknown): Promise<Answer> {
    if (!this.#hub) throw new Error('not connected');
    return this.#hub.invoke<Answer>(method, argument);
  }

  async cut(): Promise<void> {
    await this.#hub?.stop();
    this.#hub = undefined;
  }

  /** Waits until what came in amounts to something. */
  until(seen: () => boolean): Promise<void> {
    return new Promise((go) => (seen() ? go() : this.#waiting.push({ seen, go })));
  }

  hears = (text: string) => this.until(() => this.texts().includes(text));

  texts = () => this.events.map((told) => told.body['text']).filter((text) => typeof text === 'string');

  all = (type: string) => [...this.past, ...this.events].filter((told) => told.body.type === type);

  /** The sitting one is in: the last one opened. */
  sitting = () => this.all('sitting.opened').at(-1)?.circle ?? '';

  #take(told: Told): void {
    const held = this.heads.get(told.circle)?.offset ?? 0;
    if (told.offset !== held + 1) this.faults.push(`${told.kind} ${told.offset} after ${held}`);
    this.heads.set(told.circle, { offset: told.offset, hash: told.hash });
    this.events.push(told);
  }

  #told(change: () => void): void {
    change();
    const ready = this.#waiting.filter(({ seen }) => seen());
    this.#waiting = this.#waiting.filter((one) => !ready.includes(one));
    ready.forEach(({ go }) => go());
  }
}
