import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from '../../ui/icons.tsx';

export type Source = 'clipboard' | 'typed';

const tabs: readonly { source: Source; label: string; icon: IconName }[] = [
  { source: 'clipboard', label: 'From the clipboard', icon: 'clipboard' },
  { source: 'typed', label: 'Type it', icon: 'pencil' },
];

/** Where a value comes from. */
export function SourceTabs({ source, onChange }: { source: Source; onChange: (source: Source) => void }) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    onChange(source === 'typed' ? 'clipboard' : 'typed');
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
