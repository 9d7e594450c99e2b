import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { type Color, parseColor, toHex } from './color.ts';
import { preventable } from './event.ts';
import { Menu } from './menu.ts';
import { standIn } from './refuse.ts';

type Level = Parameters<Electron.BrowserWindow['setAlwaysOnTop']>[1];

/** What a test reads of a window's flags; Electron's API gives not all of them back. */
export type WindowFlagState = {
  title: string;
  frame: boolean;
  /** The level at which it stays on top, or null. */
  onTop: string | null;
  skipTaskbar: boolean;
  everyWorkspace: boolean;
  /** On every workspace, over full-screen windows too (macOS). */
  overFullScreen: boolean;
  /** The menu whose accelerators it hears. */
  menu: Electron.Menu | null;
};

/** Title, menu and flags of a window: a model that nothing draws. */
export abstract class WindowFlags
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'setTitle'
      | 'getTitle'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'isMenuBarVisible'
      | 'setAutoHideMenuBar'
      | 'setAlwaysOnTop'
      | 'isAlwaysOnTop'
      | 'setResizable'
      | 'isResizable'
      | 'setSkipTaskbar'
      | 'setVisibleOnAllWorkspaces'
      | 'isVisibleOnAllWorkspaces'
      | 'setBackgroundColor'
      | 'getBackgroundColor'
      | 'isFullScreen'
      | 'setContentProtection'
      | 'isContentProtected'
      | 'isModal'
      | 'getParentWindow'
    >
{
  readonly #parent: Electron.BrowserWindow | null;
  readonly #modal: boolean;
  readonly #frame: boolean;
  protected readonly mayFocus: boolean;
  protected background: Color | null;
  #title: string;
  #onTop: string | null;
  #skipTaskbar: boolean;
  #resizable: boolean;
  #everywhere: { overFullScreen: boolean } | null = null;
  #menu: Electron.Menu | null;
  #menuBar = true;
  #protected = false;

  constructor(options: Electron.BrowserWindowConstructorOptions, appName: string) {
    super();
    this.#title = options.title ?? appName;
    this.#onTop = options.alwaysOnTop === true ? 'floating' : null;
    this.#frame = options.frame !== false;
    this.mayFocus = options.focusable !== false;
    this.#skipTaskbar = options.skipTaskbar === true;
    this.#resizable = options.resizable !== false;
    this.background = options.backgroundColor === undefined ? null : parseColor(options.backgroundColor);
    this.#menu = Menu.getApplicationMenu();
    this.#parent = options.parent ? standIn<Electron.BrowserWindow>(options.parent) : null;
    this.#modal = options.modal === true;
  }

  /** The page shows the window's colour where it has none of its own. */
  protected abstract recoloured(color: Color): void;

  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  setMenu(menu: Electron.Menu | null): void {
    this.#menu = menu;
    if (menu === null) this.#menuBar = false;
  }
  removeMenu(): void {
    this.setMenu(null);
  }
  setMenuBarVisibility(visible: boolean): void {
    this.#menuBar = visible;
  }
  isMenuBarVisible(): boolean {
    return this.#menuBar;
  }
  setAutoHideMenuBar(hide: boolean): void {
    this.#menuBar = !hide;
  }
  setAlwaysOnTop(flag: boolean, level: Level = 'floating'): void {
    const before = this.isAlwaysOnTop();
    this.#onTop = flag ? level : null;
    if (before !== flag) this.emit('always-on-top-changed', preventable({}), flag);
  }
  isAlwaysOnTop(): boolean {
    return this.#onTop !== null;
  }
  setResizable(resizable: boolean): void {
    this.#resizable = resizable;
  }
  isResizable(): boolean {
    return this.#resizable;
  }
  setSkipTaskbar(skip: boolean): void {
    this.#skipTaskbar = skip;
  }
  setVisibleOnAllWorkspaces(visible: boolean, options: Electron.VisibleOnAllWorkspacesOptions = {}): void {
    this.#everywhere = visible ? { overFullScreen: options.visibleOnFullScreen === true } : null;
  }
  isVisibleOnAllWorkspaces(): boolean {
    return this.#everywhere !== null;
  }
  setBackgroundColor(color: string): void {
    this.background = parseColor(color);
    this.recoloured(this.background);
  }
  getBackgroundColor(): string {
    return this.background === null ? '#FFFFFF' : toHex(this.background);
  }
  setContentProtection(enable: boolean): void {
    this.#protected = enable;
  }
  isContentProtected(): boolean {
    return this.#protected;
  }
  isModal(): boolean {
    return this.#modal;
  }
  getParentWindow(): Electron.BrowserWindow | null {
    return this.#parent;
  }
  isFullScreen(): boolean {
    return false;
  }

  static flagsOf(window: WindowFlags): WindowFlagState {
    return {
      title: window.#title,
      frame: window.#frame,
      onTop: window.#onTop,
      skipTaskbar: window.#skipTaskbar,
      everyWorkspace: window.#everywhere !== null,
      overFullScreen: window.#everywhere?.overFullScreen === true,
      // On macOS there is one menu, the application's.
      menu: process.platform === 'darwin' ? Menu.getApplicationMenu() : window.#menu,
    };
  }
}

const { flagsOf } = WindowFlags;
Reflect.deleteProperty(WindowFlags, 'flagsOf');

/** The flags of a window, for tests and for the menu. */
export const windowFlags = flagsOf;
