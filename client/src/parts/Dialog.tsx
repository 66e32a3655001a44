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

/** A dialog: holds the focus, closes on Escape, gives the focus back. */
export function Dialog({ title, lead, open, onClose, children }: Props) {
  // what opens it is no part of it, so it has to remember where one was
  const opener = useRef<Element | null>(null);
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="dialog" onOpenAutoFocus={() => { opener.current = document.activeElement; }} onCloseAutoFocus={giveBack} {...(lead ? {} : { 'aria-describedby': undefined })}>
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
