import { t } from '../messages';
import { Refused } from '../wire/http';
import type { Refusal } from '../wire/protocol';

/** A refusal in the server's own sentence; ours only where nobody answered, or nothing was sent. */
export const sentenceOf = (refusal: Refusal): string => refusal.sentence || t(refusal.code === 'no_line' ? 'problem.noLine' : 'problem.noAnswer');

/** Any error as a sentence that can be shown. */
export const sentenceOfError = (error: unknown): string =>
  error instanceof Refused ? sentenceOf(error.refusal) : t('problem.noAnswer');

/** What went wrong, read out at once. */
export function Problem({ sentence }: { sentence: string | null }) {
  return sentence ? <p className="problem" role="alert">{sentence}</p> : null;
}
