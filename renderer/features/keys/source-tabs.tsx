import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from '../../ui/icons.tsx';

export type Source = 'clipboard' | 'typed' | 'generated';

const tabs: readonly { source: Source; label: string; icon: IconName }[] = [
  { source: 'clipboard', label: 'From the clipboard', icon: 'clipboard' },
  { source: 'typed', label: 'Paste or type', icon: 'pencil' },
  { source: 'generated', label: 'Generate', icon: 'dice' },
];

export function labelOf(source: Source): string {
  return tabs.find((tab) => tab.source === source)?.label ?? '';
}

/** Where a value comes from. */
export function SourceTabs({ source, onChange }: { source: Source; onChange: (source: Source) => void }) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.source === source);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next) onChange(next.source);
    const list = event.currentTarget;
    // After what the other tab shows has taken the focus: an arrow stays among the tabs.
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus());
  }
  return (
    <div className="tabs" role="tablist" aria-label="Source" onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.source}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.source === source}
          tabIndex={tab.source === source ? 0 : -1}
          onClick={() => onChange(tab.source)}
        >
          <Icon name={tab.icon} />
          {tab.label}
        </button>
      ))}
    </div>
  );
}
