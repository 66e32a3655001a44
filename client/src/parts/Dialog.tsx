import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

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
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="dialog" {...(lead ? {} : { 'aria-describedby': undefined })}>
          <Radix.Title asChild>
            <h2>{title}</h2>
          </Radix.Title>
          {lead && <Radix.Description className="soft">{lead}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
