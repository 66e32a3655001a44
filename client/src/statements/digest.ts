import { sha256 } from '../parts/sha256';
import type { StatementText } from '../wire/statements';

/** Names an exact text: over language, title and text. Null: this browser reckons no digest here. */
export const digestOf = ({ language, title, text }: StatementText): Promise<string | null> => sha256(`${language}\n${title}\n${text}`);
