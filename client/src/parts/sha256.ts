/** SHA-256 over the UTF-8 of a text, behind a salt in hexadecimal digits, in such digits. Null: this browser reckons no digest here. */
export async function sha256(text: string, salt = ''): Promise<string | null> {
  try {
    const before = (salt.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from([...before, ...new TextEncoder().encode(text)]));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}
