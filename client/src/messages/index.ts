import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en } from './en';
import { numbers, once, times } from './formats';

/** The name of a message in the catalogue. */
export type MessageId = keyof typeof en;

// asked for every word on the screen, each time that it is drawn
i18n.setMessagesCompiler(once(compileMessage));
i18n.loadAndActivate({ locale: 'en-GB', messages: en });

/** The words for `id` in the language on screen. */
export const t = (id: MessageId, values?: Record<string, string | number>): string => i18n._(id, values ?? {});

/** Names joined as the language joins them: "Anna, Ben and Clara". */
export const list = (names: readonly string[]): string => new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names);

/** A time of day; with the date when it is not today's. */
export function when(at: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const style: Intl.DateTimeFormatOptions = today
    ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return times(style).format(date);
}

/** A day and a time in full, in the reader's own zone: of what may be months ago. */
export const whenInFull = (at: string): string =>
  times({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** The name of a language in the language on screen; the code itself when it has none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(i18n.locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export { i18n, numbers, times };
