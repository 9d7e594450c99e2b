import { BrowserWindow } from 'electron';
import { startPage } from './origin.ts';

/** The one main window: made once, hidden and shown again, never made twice. */
export interface MainWindow {
  show(): void;
  /** The window, brought to the front first, for a dialog to stand on. */
  shown(): BrowserWindow;
  readonly contents: Electron.WebContents;
  /** From now on closing really closes. */
  letClose(): void;
}

export interface MainWindowOptions {
  readonly preload: string;
  readonly title: string;
  readonly platform: NodeJS.Platform;
}

export function openMainWindow({ preload, title, platform }: MainWindowOptions): MainWindow {
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
      spellcheck: false,
      // A typed value must not leave the page as a dropped URL or a crash's suggestion.
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  window.removeMenu();
  window.on('page-title-updated', (event) => event.preventDefault());

  let mayClose = false;
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    window.hide();
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startPage);

  function show(): void {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  return {
    show,
    shown() {
      show();
      return window;
    },
    contents: window.webContents,
    letClose() {
      mayClose = true;
    },
  };
}
