import type { Refusal } from './protocol';

/** A refusal before its shape is known. */
export type RefusedAnswer = Partial<Refusal>;

/** The server said no, or did not answer: always with a sentence that can be shown. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number;

  constructor(refusal: Refusal, status: number) {
    super(refusal.sentence);
    this.refusal = refusal;
    this.status = status;
  }
}

type Method = 'GET' | 'POST' | 'DELETE';

/** Calls the server and gives its answer; throws `Refused` when it says no. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await answerTo(method, path, body);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** The same where the answer is a file. */
export async function callForFile(path: string, body: unknown): Promise<Blob> {
  const response = await answerTo('POST', path, body);
  try {
    return await response.blob();
  } catch {
    // it broke off
    throw noLine();
  }
}

async function answerTo(method: Method, path: string, body: unknown): Promise<Response> {
  const init: RequestInit = { method, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) {
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw noLine();
  }
  if (!response.ok) throw new Refused(await refusalOf(response), response.status);
  return response;
}

const noLine = () => new Refused({ code: 'no_line', sentence: '', retry: true }, 0);

/** Whatever stands between us and the server may answer in its own words: keep only what has the agreed shape. */
async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const said = (await response.json()) as Partial<Refusal>;
    if (typeof said.code === 'string' && typeof said.sentence === 'string') {
      return { code: said.code, sentence: said.sentence, retry: said.retry === true };
    }
  } catch {
    // fall through: not JSON
  }
  return { code: 'no_answer', sentence: '', retry: response.status >= 500 };
}
