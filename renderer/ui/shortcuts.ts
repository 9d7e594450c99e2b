import { useEffect, useEffectEvent } from 'react';
import { isModalOpen } from './dialog.tsx';
import { isMenuOpen } from './menu.tsx';

export const isMac = navigator.userAgent.includes('Macintosh');

/** As a person reads it: "Ctrl N" or "⌘N". */
export function chord(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl ${key}`;
}

/** The command key of this system, alone. */
export function isCommand(event: KeyboardEvent): boolean {
  const command = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return command && !event.altKey;
}

/** Shift aside: some layouts have / on it. */
export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** Keys of the whole window, while no dialog or menu is open and no character is being composed. The handler says whether it took the key. */
export function useShortcuts(handler: (event: KeyboardEvent) => boolean): void {
  const handle = useEffectEvent(handler);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isModalOpen() || isMenuOpen()) return;
      if (handle(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
