import type { Page } from '@playwright/test';

/** Every byte that a page is sent from here on: frames of its sockets, and bodies of what it fetches. */
export class Heard {
  readonly #pieces: string[] = [];
  readonly #coming = new Set<Promise<unknown>>();

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.#pieces.push(payload.toString())));
    page.on('response', (response) => {
      const body = response.body().then((bytes) => this.#pieces.push(bytes.toString()), () => undefined);
      this.#coming.add(body);
      void body.finally(() => this.#coming.delete(body));
    });
  }

  async all(): Promise<string> {
    await Promise.all(this.#coming);
    return this.#pieces.join('\n');
  }
}
