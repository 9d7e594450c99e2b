import type Electron from 'electron';
import { allContents } from './contents-list.ts';
import { preventable } from './event.ts';
import { focus } from './focus.ts';
import type { PageKey } from './key-world.ts';
import { pressMenuKey } from './menu-keys.ts';
import type { Page } from './page.ts';
import { type PlatformEvents, refuseForeignEvent } from './platform-events.ts';
import { isPreview, previewBar } from './preview.ts';
import { closeClass, standIn } from './refuse.ts';
import { focusedWhen, pageOf, WebContents } from './web-contents.ts';
import { type WindowFlagState, windowFlags } from './window-flags.ts';
import { windowList } from './window-list.ts';
import { WindowVisibility } from './window-visibility.ts';

type Options = Electron.BrowserWindowConstructorOptions;

/** What a test reads of a window. */
export type WindowState = WindowFlagState & {
  id: number;
  bounds: Electron.Rectangle;
  visible: boolean;
  focused: boolean;
};

const FOREIGN: PlatformEvents = { 'session-end': ['win32'], 'query-session-end': ['win32'] };

const byContents = new WeakMap<object, BrowserWindow>();
let lastId = 0;

/** Electron's window. Its page is real; all else is a model. */
export class BrowserWindow
  extends WindowVisibility
  implements Pick<Electron.BrowserWindow, 'id' | 'webContents' | 'loadURL' | 'reload'>
{
  readonly id: number;
  readonly webContents: Electron.WebContents;
  readonly #contents: WebContents;
  #shown = false;

  constructor(options: Options = {}) {
    if (!BrowserWindow.ready()) throw new Error('Cannot create BrowserWindow before app is ready');
    super(options, BrowserWindow.appName());
    lastId += 1;
    this.id = lastId;
    const { width, height } = this.getBounds();
    this.#contents = new WebContents({
      preferences: effective(options.webPreferences ?? {}),
      width,
      height,
      background: this.background,
      extraScript: previewBar(),
      close: () => this.close(),
      painted: () => this.#painted(),
      titleChanged: (title) => this.#titleChanged(title),
      focusChanged: (focused) => this.focusMoved(focused),
      unhandledKey: (key) => this.#menuKey(key),
      gone: () => this.end(),
      shown: () => this.isVisible(),
      keptWhenClosed: () => isPreview() && this.#keptOpen(),
    });
    this.webContents = standIn<Electron.WebContents>(this.#contents);
    byContents.set(this.#contents, this);
    this.begin();
  }

  #painted(): void {
    if (this.#shown) return;
    this.#shown = true;
    this.emit('ready-to-show', preventable({}));
  }

  #titleChanged(title: string): void {
    const event = preventable({});
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.setTitle(title);
  }

  #menuKey(key: PageKey): void {
    const { menu } = windowFlags(this);
    if (menu !== null && this.isFocused()) pressMenuKey(menu, key, standIn<Electron.BrowserWindow>(this));
  }

  /** A person closed Chromium's window: the app is asked as by its own close button. */
  #keptOpen(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) windowList.closeCancelled();
    return event.defaultPrevented;
  }

  override emit(name: string | symbol, ...args: unknown[]): boolean {
    refuseForeignEvent('BrowserWindow', FOREIGN, name, process.platform);
    return super.emit(name, ...args);
  }

  protected override changePage(change: (page: Page) => Promise<void>): void {
    pageOf(this.#contents)
      .then(change)
      .catch(() => {});
  }
  protected override revive(): void {
    this.#contents.revive();
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }
  reload(): void {
    this.#contents.reload();
  }
  close(): void {
    if (this.isDestroyed()) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) windowList.closeCancelled();
    else this.destroy();
  }
  /** Closes without asking: the page goes, then `closed` comes. */
  destroy(): void {
    if (!this.isDestroyed()) this.#contents.dispose();
  }
  static stateOf(window: BrowserWindow): WindowState {
    return {
      ...windowFlags(window),
      id: window.id,
      bounds: window.getBounds(),
      visible: window.isVisible(),
      focused: window.isFocused(),
    };
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return allContents().flatMap((contents) => {
      const window = byContents.get(contents);
      return window ? [standIn<Electron.BrowserWindow>(window)] : [];
    });
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    const focused = focus.current()?.owner;
    return focused ? standIn<Electron.BrowserWindow>(focused) : null;
  }
  static fromWebContents(webContents: Electron.WebContents): Electron.BrowserWindow | null {
    const window = byContents.get(webContents);
    return window ? standIn<Electron.BrowserWindow>(window) : null;
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static ready: () => boolean = () => false;
  static appName: () => string = () => '';
}

/** Tells windows about the app that they belong to. */
export function windowsBelongTo(owner: { ready: () => boolean; appName: () => string }): void {
  Object.assign(BrowserWindow, owner);
}

const { stateOf } = BrowserWindow;
Reflect.deleteProperty(BrowserWindow, 'stateOf');

/** What each open window is, for tests. */
export function windowStates(): WindowState[] {
  return allContents().flatMap((contents) => {
    const window = byContents.get(contents);
    return window ? [stateOf(window)] : [];
  });
}

focusedWhen((contents) => byContents.get(contents)?.isFocused() === true);
closeClass('BrowserWindow', BrowserWindow);

/** What Electron reports back as the preferences in force: its defaults filled in. */
function effective(preferences: Electron.WebPreferences): Electron.WebPreferences {
  return { contextIsolation: true, nodeIntegration: false, sandbox: true, webSecurity: true, ...preferences };
}
