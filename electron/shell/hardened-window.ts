import { BrowserWindow, nativeTheme } from 'electron';
import { shortenName } from '../vault/shown-text.ts';
import { assertCutOff } from './network.ts';
import { type PageKind, pageSession } from './sessions.ts';
import { windowBackgrounds } from './window-backgrounds.ts';

/** How a window of ours differs from the other ones; how far it trusts its page is no choice. */
export interface WindowLook extends Omit<Electron.BrowserWindowConstructorOptions, 'webPreferences' | 'show'> {
  readonly preload: string;
  readonly title: string;
  /** Whose session its page has. */
  readonly kind: PageKind;
  /** Whether its page goes on at full speed while it is hidden, so that it is ready when it is shown. */
  readonly awake?: boolean;
}

const ground = (): string => (nativeTheme.shouldUseDarkColors ? windowBackgrounds.dark : windowBackgrounds.light);

/** A hidden window under the rules that each of our windows has. */
export function makeHardenedWindow({ preload, title, kind, awake = false, ...look }: WindowLook): BrowserWindow {
  assertCutOff();
  const window = new BrowserWindow({
    ...look,
    title: shortenName(title),
    backgroundColor: ground(),
    show: false,
    webPreferences: {
      preload,
      session: pageSession(kind),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Typed values are not for the spelling checker, and a dropped file is no page to go to.
      spellcheck: false,
      navigateOnDragDrop: false,
      // alert() and its kin would be dialogs that a page can open as often as it likes.
      disableDialogs: true,
      backgroundThrottling: !awake,
    },
  });
  window.removeMenu();
  window.on('page-title-updated', (event) => event.preventDefault());
  const followTheme = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => void nativeTheme.off('updated', followTheme));
  return window;
}
