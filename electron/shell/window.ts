import type { BrowserWindow } from 'electron';
import { onFirstPaint } from './first-paint.ts';
import { makeHardenedWindow } from './hardened-window.ts';
import { startPage } from './origin.ts';
import { followPresses } from './presses.ts';

/** The one main window: opened once, hidden and shown again, never made twice. */
export interface MainWindow {
  /** Makes and loads it, and shows it where it isn't to stay `hidden`; `then` has the time after that. After ready. */
  open(options: { hidden: boolean; then: () => void }): Electron.WebContents;
  show(): void;
  hide(): void;
  /** Whether it is on the screen, or at least where the desktop lists its windows. */
  isOpen(): boolean;
  /** The window, brought to the front first, for a dialog to stand on; null before it is open. */
  shown(): BrowserWindow | null;
  /** The window where it is on the screen, for a question to stand on. */
  onScreen(): BrowserWindow | null;
  contents(): Electron.WebContents | null;
  /** Whether the person is at it: it is shown and has the focus. */
  hasAttention(): boolean;
  /** From now on closing really closes. */
  letClose(): void;
}

export interface MainWindowOptions {
  readonly preload: string;
  readonly title: string;
  readonly platform: NodeJS.Platform;
  /** The person closes it: it stays as it is until somebody hides it, or the app quits. */
  readonly onClose: () => void;
  /** It was shown or got the focus: the person may be at it from now on. */
  readonly onAttention: () => void;
  /** A person pressed a key or a button in it. */
  readonly onPress: () => void;
}

export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  let mayClose = false;

  function show(): void {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  return {
    open({ hidden, then }) {
      const opened = makeWindow(options);
      window = opened;
      opened.on('close', (event) => {
        if (mayClose) return;
        event.preventDefault();
        options.onClose();
      });
      // Attention is what main sees: a page's own `focus` can come before that, or never while a debugger emulates it.
      opened.on('focus', options.onAttention);
      opened.on('show', options.onAttention);
      followPresses(opened.webContents, options.onPress);
      onFirstPaint(opened, () => {
        if (!hidden) opened.show();
        then();
      });
      opened.webContents.on('render-process-gone', () => opened.webContents.reload());
      opened.loadURL(startPage).catch(() => {
        // `did-fail-load` tells of it; the tray is there to quit.
      });
      return opened.webContents;
    },
    show,
    hide: () => window?.hide(),
    isOpen: () => window !== null && (window.isVisible() || window.isMinimized()),
    shown() {
      show();
      return window;
    },
    onScreen: () => (window?.isVisible() === true && !window.isMinimized() ? window : null),
    contents: () => window?.webContents ?? null,
    hasAttention: () => window?.isVisible() === true && window.isFocused(),
    letClose() {
      mayClose = true;
    },
  };
}

function makeWindow({ preload, title, platform }: MainWindowOptions): BrowserWindow {
  return makeHardenedWindow({
    preload,
    title,
    kind: 'vault',
    width: 1120,
    height: 720,
    minWidth: 720,
    minHeight: 480,
    ...(platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}),
  });
}
