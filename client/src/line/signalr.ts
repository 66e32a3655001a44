import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { DraftCaret, DraftChanges, DraftText } from '../wire/drafts';
import type { Envelope, Past } from '../wire/events';
import type { Goodbye, Id, Outline } from '../wire/protocol';
import { NobodyHere, type OpenWire } from './wire';

/** The hub over SignalR. Its own reconnecting is not used: it gives up, and knows nothing of cursors. */
export const openSignalR: OpenWire = async (session, handlers) => {
  const hub = new HubConnectionBuilder()
    .withUrl(`/hub/session?session=${encodeURIComponent(session)}`)
    .configureLogging(LogLevel.None)
    .build();
  hub.on('Events', (events: Envelope[]) => handlers.events(events));
  hub.on('Outline', (outline: Outline) => handlers.outline(outline));
  hub.on('Past', (past: Past) => handlers.past(past));
  hub.on('Beat', (beat: { hash: string; drafts: string }) => handlers.beat(beat.hash, beat.drafts));
  hub.on('Presence', (presence: { here: Id[] }) => handlers.presence(presence.here));
  hub.on('Typing', (typing: { sitting: Id; person: Id }) => handlers.typing(typing.sitting, typing.person));
  hub.on('DraftText', (text: DraftText) => handlers.draftText(text));
  hub.on('DraftChanges', (changes: DraftChanges) => handlers.draftChanges(changes));
  hub.on('DraftCaret', (caret: DraftCaret) => handlers.draftCaret(caret));
  hub.on('Reset', () => handlers.reset());
  hub.on('Goodbye', (goodbye: Goodbye) => handlers.goodbye(goodbye));
  hub.onclose(() => handlers.closed());
  try {
    await hub.start();
  } catch (error) {
    if (error instanceof Error && error.message.includes("'401'")) throw new NobodyHere();
    throw error;
  }
  return {
    invoke: (method, argument) => hub.invoke(method, argument),
    close: () => void hub.stop(),
  };
};
