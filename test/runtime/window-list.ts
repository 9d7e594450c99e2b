import type Electron from 'electron';

/** What the app's lifecycle and its menu need of a window. */
export type ListedWindow = {
  close(): void;
  destroy(): void;
  isVisible(): boolean;
  hide(): void;
  showInactive(): void;
  setMenu(menu: Electron.Menu | null): void;
};

/** What the list tells the app. */
export type WindowListener = {
  created(window: ListedWindow): void;
  allClosed(): void;
  closeCancelled(): void;
  focusChanged(window: ListedWindow, focused: boolean): void;
  visibilityChanged(): void;
};

const windows = new Set<ListedWindow>();
const listeners: WindowListener[] = [];

/** The open windows of this process, in order of creation, and who wants to know about them. */
export const windowList = {
  all: (): ListedWindow[] => [...windows],
  listen(listener: WindowListener): void {
    listeners.push(listener);
  },
  add(window: ListedWindow): void {
    windows.add(window);
    for (const listener of listeners) {
      listener.created(window);
      listener.visibilityChanged();
    }
  },
  remove(window: ListedWindow): void {
    if (!windows.delete(window)) return;
    for (const listener of listeners) listener.visibilityChanged();
    if (windows.size === 0) for (const listener of listeners) listener.allClosed();
  },
  closeCancelled(): void {
    for (const listener of listeners) listener.closeCancelled();
  },
  focusChanged(window: ListedWindow, focused: boolean): void {
    for (const listener of listeners) listener.focusChanged(window, focused);
  },
  visibilityChanged(): void {
    for (const listener of listeners) listener.visibilityChanged();
  },
};
