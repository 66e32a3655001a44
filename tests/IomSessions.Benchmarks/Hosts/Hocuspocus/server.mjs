// Hocuspocus as it is measured beside the server: words on the command line are a folder and "durable" or "memory".
//   memory    as it comes: the text is in memory, and stored whole some seconds after a change (onStoreDocument, debounced)
//   durable   every update is in a file, and that file on the disk, before it is applied, acknowledged or told to anybody; all that wait
//             share one write and one fdatasync
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Server } from '@hocuspocus/server';
import * as Y from 'yjs';

const [folder, kind] = process.argv.slice(2);
const messageYjsUpdate = 2;

class Log {
  #waiting = [];
  #writing = false;

  constructor(file) {
    this.file = file;
  }

  append(bytes) {
    return new Promise((stored, failed) => {
      this.#waiting.push({ bytes, stored, failed });
      if (!this.#writing) void this.#write();
    });
  }

  async #write() {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const all = this.#waiting.splice(0);
      try {
        await this.file.write(Buffer.concat(all.map((one) => one.bytes)));
        await this.file.datasync();
        for (const one of all) one.stored();
      } catch (failure) {
        for (const one of all) one.failed(failure);
      }
    }
    this.#writing = false;
  }
}

const log = kind === 'durable' ? new Log(await open(join(folder, 'updates'), 'a')) : null;
const hooks = log
  ? {
    async beforeSync({ type, payload, documentName }) {
      if (type === messageYjsUpdate) await log.append(Buffer.concat([Buffer.from(`${documentName} ${payload.length}\n`), payload]));
    },
  }
  : { onStoreDocument: ({ document, documentName }) => writeFile(join(folder, documentName), Y.encodeStateAsUpdate(document)) };

const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false, ...hooks });
await server.listen();
console.log(`READY http://127.0.0.1:${server.address.port}`);
process.stdin.on('end', () => process.exit(1)).resume();
