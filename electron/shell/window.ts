import { BrowserWindow } from 'electron';
import { startPage } from './origin.ts';

/** The one main window: opened once, hidden and shown again, never made twice. */
export interface MainWindow {
  /** Makes and loads it. After ready. */
  open(): Electron.WebContents;
  show(): void;
  /** The window, brought to the front first, for a dialog to stand on; null before it is open. */
  shown(): BrowserWindow | null;
  contents(): Electron.WebContents | null;
  /** From now on closing really closes. */
  letClose(): void;
}

export interface MainWindowOptions {
  readonly preload: string;
  readonly title: string;
  readonly platform: NodeJS.Platform;
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
    open() {
      const opened = makeWindow(options);
      window = opened;
      opened.on('close', (event) => {
        if (mayClose) return;
        event.preventDefault();
        opened.hide();
      });
      opened.once('ready-to-show', () => opened.show());
      opened.webContents.on('render-process-gone', () => opened.webContents.reload());
      opened.loadURL(startPage).catch(() => {
        // `did-fail-load` tells of it; the tray is there to quit.
      });
      return opened.webContents;
    },
    show,
    shown() {
      show();
      return window;
    },
    contents: () => window?.webContents ?? null,
    letClose() {
      mayClose = true;
    },
  };
}

function makeWindow({ preload, title, platform }: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1120,
    height: 720,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title,
    ...(platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Typed values are nobody's words to check, and a dropped file is no page to go to.
      spellcheck: false,
      navigateOnDragDrop: false,
      // alert() and its kin would be dialogs that a page can open as often as it likes.
      disableDialogs: true,
    },
  });
  window.removeMenu();
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/** Runs `then` once, when the first load has ended, well or not. */
export function whenSettled(contents: Electron.WebContents, then: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    then();
  };
  contents.once('did-finish-load', once);
  contents.once('did-fail-load', once);
}
