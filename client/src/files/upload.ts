import { Refused, type RefusedAnswer } from '../wire/http';
import type { Id } from '../wire/protocol';

/** Bytes of one file; the server refuses more. */
export const maxBytes = 50 * 1024 * 1024;

/** Files of one utterance. */
export const maxFiles = 10;

/** Streams a file to the server, for a circle; nobody is told of it before it is said. Answers with its id, throws `Refused`. */
export function upload(session: Id, circle: Id, file: File, progress: (part: number) => void, stop: AbortSignal): Promise<Id> {
  return new Promise((resolve, reject) => {
    // not fetch: it does not tell how far an upload has come
    const request = new XMLHttpRequest();
    const fail = () => reject(new Refused({ code: 'no_line', sentence: '', retry: true }, 0));
    request.open('POST', `/api/sessions/${session}/circles/${circle}/files`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Content-Disposition', `attachment; filename*=UTF-8''${encoded(file.name)}`);
    request.responseType = 'json';
    request.upload.onprogress = (event) => progress(event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      const answer = request.response as ({ file?: Id } & RefusedAnswer) | null;
      if (request.status === 200 && typeof answer?.file === 'string') return resolve(answer.file);
      if (typeof answer?.code !== 'string' || typeof answer.sentence !== 'string') return fail();
      reject(new Refused({ code: answer.code, sentence: answer.sentence, retry: answer.retry === true }, request.status));
    };
    request.onerror = fail;
    request.onabort = fail;
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** RFC 5987: what encodeURIComponent leaves and the header does not take. */
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
