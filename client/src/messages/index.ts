import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en } from './en';

/** The name of a message in the catalogue. */
export type MessageId = keyof typeof en;

i18n.setMessagesCompiler(compileMessage);
i18n.loadAndActivate({ locale: 'en', messages: en });

/** The words for `id` in the language on screen. */
export const t = (id: MessageId, values?: Record<string, string | number>): string => i18n._(id, values ?? {});

/** Names joined as the language joins them: "Anna, Ben and Clara". */
export const list = (names: readonly string[]): string => new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names);

/** A time of day; with the date when it is not today's. */
export function when(at: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const style: Intl.DateTimeFormatOptions = today
    ? { hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(i18n.locale, style).format(date);
}

export { i18n };
