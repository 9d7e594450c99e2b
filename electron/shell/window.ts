import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import { onFirstPaint } from './first-paint.ts';
import { makeHardenedWindow } from './hardened-window.ts';
import { startPage } from './origin.ts';
import { followPresses } from './presses.ts';

/** The one main window: opened once, hidden and shown again, never made twice. */
export interface MainWindow {
  /** Makes and loads it, and shows it where it isn't to stay `hidden`. After ready. */
  open(options: { hidden: boolean }): Electron.WebContents;
  /**
   * Calls back once it has drawn its page, and is shown where it isn't to stay hidden: all who listen, in their order, each for
   * itself.
   */
  onFirstPaint(listener: () => void): void;
  /** Calls back when the person closes it: it stays as it is until somebody hides it, or the app quits. */
  onClose(listener: () => void): void;
  /** Calls back when it was shown or got the focus: the person may be at it from now on. */
  onAttention(listener: () => void): void;
  /** Calls back when a person presses a key or a button in it. */
  onPress(listener: () => void): void;
  show(): void;
  hide(): void;
  /** Whether it is on the screen, or at least where the desktop lists its windows. */
  isOpen(): boolean;
  /** The window, brought to the front first, for a dialog to stand on; null before it is open. */
  bringToFront(): BrowserWindow | null;
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
  readonly diagnostics: Diagnostics;
}

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const events = new EventEmitter<{ close: []; attention: []; press: [] }>();
  const { report } = options.diagnostics;
  let window: BrowserWindow | null = null;
  let mayClose = false;
  const onPainted: (() => void)[] = [];

  function tellPainted(): void {
    for (const listener of onPainted) {
      try {
        listener();
      } catch (error) {
        report('start', error);
      }
    }
  }

  function show(): void {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  return {
    open({ hidden }) {
      const opened = makeWindow(options);
      window = opened;
      opened.on('close', (event) => {
        if (mayClose) return;
        event.preventDefault();
        events.emit('close');
      });
      // Attention is what main sees: a page's own `focus` can come before that, or never while a debugger emulates it.
      opened.on('focus', () => events.emit('attention'));
      opened.on('show', () => events.emit('attention'));
      followPresses(opened.webContents, () => events.emit('press'));
      onFirstPaint(opened, () => {
        if (!hidden) opened.show();
        tellPainted();
      });
      opened.webContents.on('render-process-gone', () => {
        report('window', new EventFailure('PAGE_GONE'));
        opened.webContents.reload();
      });
      // `did-fail-load` has it shown all the same; the tray is there to quit.
      opened.loadURL(startPage).catch(() => {
        if (!opened.isDestroyed()) report('window', new EventFailure('PAGE_NOT_LOADED'));
      });
      return opened.webContents;
    },
    onFirstPaint: (listener) => void onPainted.push(listener),
    onClose: (listener) => void events.on('close', listener),
    onAttention: (listener) => void events.on('attention', listener),
    onPress: (listener) => void events.on('press', listener),
    show,
    hide: () => window?.hide(),
    isOpen: () => window !== null && (window.isVisible() || window.isMinimized()),
    bringToFront() {
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
