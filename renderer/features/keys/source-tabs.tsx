import type { KeyboardEvent } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';

export type Source = 'clipboard' | 'typed' | 'generated';

const tabs: readonly { source: Source; label: string; icon: IconName }[] = [
  { source: 'clipboard', label: words.newValue.fromClipboard, icon: 'clipboard' },
  { source: 'typed', label: words.newValue.pasteOrType, icon: 'pencil' },
  { source: 'generated', label: words.newValue.generate, icon: 'dice' },
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
    <div className="tabs" role="tablist" aria-label={words.newValue.source} onKeyDown={onKeyDown}>
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
