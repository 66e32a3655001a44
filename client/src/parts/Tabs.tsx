import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab {
  id: string;
  name: string;
  /** How many things wait there. */
  count?: number;
  content: ReactNode;
}

/** Panels of which one shows; the others stay mounted, so that text begun in one is still there. */
export function Tabs({ tabs, label, value, onChange }: { tabs: Tab[]; label: string; value: string; onChange: (id: string) => void }) {
  return (
    <Radix.Root className="tabs-root" value={value} onValueChange={onChange}>
      <Radix.List className="tabs" aria-label={label}>
        {tabs.map(({ id, name, count }) => (
          <Radix.Trigger key={id} value={id}>
            {name}
            {count ? <span className="count">{count}</span> : null}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ id, content }) => (
        <Radix.Content key={id} value={id} forceMount hidden={id !== value} className="tab-panel">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
