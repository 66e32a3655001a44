import type { StatementText } from '../wire/statements';

/** Names an exact text: SHA-256 over the UTF-8 of language, title and text, in hexadecimal digits. Null: this browser reckons no digest here. */
export async function digestOf({ language, title, text }: StatementText): Promise<string | null> {
  try {
    const bytes = new TextEncoder().encode(`${language}\n${title}\n${text}`);
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}
