import { EventEmitter } from 'node:events';
import { app, BrowserWindow, screen } from 'electron';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import { onFirstPaint } from './first-paint.ts';
import { makeHardenedWindow } from './hardened-window.ts';
import { origins } from './origin.ts';

const page = `${origins.vault}/palette.html`;
/** In px of the display it is on. */
const size = { width: 640, height: 430 };
/** Its middle lies above the display's: where the eye is. */
const heightAbove = 0.4;
/** Once the app's start is over. */
const warmUpMs = 1_000;
/** X11 repeats a held shortcut; the first repetition comes after up to 660 ms. */
const repeatMs = 700;

/** The small window over everything, for copying a key without leaving what one is at. Hidden most of its life. */
export interface Palette {
  /** Makes it in a moment, hidden, so that its first opening finds it ready. After ready. */
  warmUp(): void;
  /** Shows it where the pointer is, or hides it where it is shown. */
  toggle(): void;
  /** Gives the focus back to where it was. */
  hide(): void;
  isShown(): boolean;
  /** Calls back when its page is to begin again: it is shown now, or was hidden and will be shown as it is. */
  onBegin(listener: () => void): void;
  contents(): Electron.WebContents | null;
  /** None is made from now on: one that comes while the app quits would keep it alive. */
  letClose(): void;
}

export interface PaletteOptions {
  readonly preload: string;
  readonly title: string;
  readonly platform: NodeJS.Platform;
  readonly isLocked: () => boolean;
  readonly diagnostics: Diagnostics;
  /** While it is locked the palette stays shut; this happens instead. */
  readonly onLocked: () => void;
}

export function createPalette(options: PaletteOptions): Palette {
  const { preload, title, platform } = options;
  const { report } = options.diagnostics;
  const events = new EventEmitter<{ begin: [] }>();
  let window: BrowserWindow | null = null;
  let isReady = false;
  let isWanted = false;
  let pressedAt = 0;
  let isOver = false;

  function isShown(): boolean {
    return window?.isVisible() === true;
  }

  function show(shown: BrowserWindow): void {
    isWanted = false;
    events.emit('begin');
    shown.setBounds(placeFor(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea));
    shown.show();
    shown.focus();
  }

  function hide(): void {
    isWanted = false;
    if (window === null || !isShown()) return;
    window.hide();
    // A panel takes the keys without making its app the active one; where the app became it all the same, it steps back.
    if (platform === 'darwin' && !BrowserWindow.getAllWindows().some((one) => one.isVisible())) app.hide();
    // What was typed is gone before it is shown again, not after.
    events.emit('begin');
  }

  function open(): BrowserWindow {
    const opened = makeHardenedWindow({
      preload,
      title,
      kind: 'vault',
      ...size,
      ...(platform === 'darwin' ? { type: 'panel' } : {}),
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      awake: true,
    });
    const forget = (): void => {
      if (!opened.isDestroyed()) opened.destroy();
      if (window === opened) window = null;
    };
    isReady = false;
    opened.on('blur', hide);
    opened.once('closed', forget);
    // Made again when it is wanted again.
    opened.webContents.on('render-process-gone', () => {
      report('palette', new EventFailure('PAGE_GONE'));
      forget();
    });
    onFirstPaint(opened, () => {
      isReady = true;
      if (isWanted) show(opened);
    });
    opened.loadURL(page).catch(() => {
      // Made again when it is wanted again.
      if (!opened.isDestroyed()) report('palette', new EventFailure('PAGE_NOT_LOADED'));
      forget();
    });
    window = opened;
    return opened;
  }

  return {
    warmUp() {
      setTimeout(() => {
        if (window === null && !isOver) open();
      }, warmUpMs).unref();
    },
    toggle() {
      const isRepeated = Date.now() - pressedAt < repeatMs;
      pressedAt = Date.now();
      if (isOver) return;
      if (options.isLocked()) return options.onLocked();
      if (!isShown()) {
        isWanted = true;
        const opened = window ?? open();
        if (isReady) show(opened);
      } else if (!isRepeated) hide();
    },
    hide,
    isShown,
    onBegin: (listener) => void events.on('begin', listener),
    contents: () => window?.webContents ?? null,
    letClose() {
      isOver = true;
    },
  };
}

function placeFor({ x, y, width, height }: Electron.Rectangle): Electron.Rectangle {
  return {
    ...size,
    x: Math.round(x + (width - size.width) / 2),
    y: Math.round(y + (height - size.height) * heightAbove),
  };
}
