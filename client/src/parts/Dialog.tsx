import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { Unanswered } from '../line/Unanswered';

interface Props {
  title: string;
  /** One sentence under the title, read out with it. */
  lead?: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

const isText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio');

/** A dialog: holds the focus, closes on Escape, gives the focus back. Once something is written in it, it is closed by its own buttons alone. */
export function Dialog({ title, lead, open, onClose, children }: Props) {
  // what opens it is no part of it, so it has to remember where one was
  const opener = useRef<Element | null>(null);
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const written = useRef(new Set<EventTarget>());
  const write = ({ target }: { target: EventTarget | null }) => {
    if (isText(target)) written.current[target.value.trim() === '' ? 'delete' : 'add'](target);
  };
  const keep = (event: Event) => {
    if (written.current.size > 0) event.preventDefault();
  };
  // The Escape of an input method gives up a word, not the dialog.
  const keepOnEscape = (event: KeyboardEvent) => (event.isComposing || event.keyCode === 229 ? event.preventDefault() : keep(event));
  const begin = () => {
    opener.current = document.activeElement;
    written.current.clear();
  };
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="dialog" onInput={write} onEscapeKeyDown={keepOnEscape} onPointerDownOutside={keep} onOpenAutoFocus={begin} onCloseAutoFocus={giveBack}
          {...(lead ? {} : { 'aria-describedby': undefined })}>
          <Radix.Title asChild>
            <h2>{title}</h2>
          </Radix.Title>
          {lead && <Radix.Description className="soft">{lead}</Radix.Description>}
          {children}
          <Unanswered />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
