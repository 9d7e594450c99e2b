import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import { previewBar } from './preview.ts';
import { closeClass, standIn } from './refuse.ts';
import { allContents, focusedWhen, pageOf, WebContents } from './web-contents.ts';
import { windowList } from './window-list.ts';

type Options = Electron.BrowserWindowConstructorOptions;
type State = 'normal' | 'minimized' | 'maximized';

const DEFAULT_WIDTH = 800;
const DEFAULT_HEIGHT = 600;
const WORK_AREA = { x: 0, y: 0, width: 1920, height: 1080 };

const byContents = new WeakMap<object, BrowserWindow>();
let lastId = 0;
let focused: BrowserWindow | null = null;

/**
 * Electron's window. Its page is real; place, visibility and focus are a model, as on a desktop where no one else
 * moves windows. Outer and content size are the same: nothing draws a frame.
 */
export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'webContents'
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'blur'
      | 'isVisible'
      | 'isFocused'
      | 'isDestroyed'
      | 'minimize'
      | 'restore'
      | 'maximize'
      | 'unmaximize'
      | 'isMinimized'
      | 'isMaximized'
      | 'close'
      | 'destroy'
      | 'setTitle'
      | 'getTitle'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'isMenuBarVisible'
      | 'setAutoHideMenuBar'
      | 'setAlwaysOnTop'
      | 'isAlwaysOnTop'
      | 'getBounds'
      | 'setBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getContentBounds'
      | 'getNormalBounds'
      | 'center'
      | 'getPosition'
      | 'setPosition'
      | 'getMinimumSize'
      | 'setMinimumSize'
      | 'setResizable'
      | 'isResizable'
      | 'setSkipTaskbar'
      | 'setVisibleOnAllWorkspaces'
      | 'isVisibleOnAllWorkspaces'
      | 'setBackgroundColor'
      | 'getBackgroundColor'
      | 'moveTop'
      | 'isFullScreen'
      | 'setContentProtection'
      | 'isContentProtected'
      | 'reload'
      | 'isModal'
      | 'getParentWindow'
    >
{
  readonly id: number;
  readonly webContents: Electron.WebContents;
  readonly #contents: WebContents;
  readonly #parent: Electron.BrowserWindow | null;
  readonly #modal: boolean;
  #bounds: Electron.Rectangle;
  #minimum: number[];
  #visible: boolean;
  #destroyed = false;
  #state: State = 'normal';
  #title: string;
  #onTop: boolean;
  #resizable: boolean;
  #everywhere = false;
  #menuBar = true;
  #protected = false;
  #background: string;

  constructor(options: Options = {}) {
    super();
    if (!BrowserWindow.ready()) throw new Error('Cannot create BrowserWindow before app is ready');
    lastId += 1;
    this.id = lastId;
    const width = options.width ?? DEFAULT_WIDTH;
    const height = options.height ?? DEFAULT_HEIGHT;
    this.#bounds = { ...centred(width, height), width, height };
    if (options.x !== undefined) this.#bounds.x = options.x;
    if (options.y !== undefined) this.#bounds.y = options.y;
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#visible = options.show !== false;
    this.#title = options.title ?? BrowserWindow.appName();
    this.#onTop = options.alwaysOnTop === true;
    this.#resizable = options.resizable !== false;
    this.#background = options.backgroundColor ?? '#FFFFFF';
    this.#parent = options.parent ? parentWindow(options.parent) : null;
    this.#modal = options.modal === true;
    this.#contents = new WebContents({
      preferences: effective(options.webPreferences ?? {}),
      width,
      height,
      extraScript: previewBar(),
      close: () => this.close(),
    });
    this.webContents = standIn<Electron.WebContents>(this.#contents);
    byContents.set(this.#contents, this);
    this.#follow();
    windowList.add(this);
    if (this.#visible) queueMicrotask(() => this.#takeFocus());
  }

  #follow(): void {
    let shown = false;
    this.#contents.on('did-finish-load', () => {
      if (shown) return;
      shown = true;
      this.emit('ready-to-show', preventable({}));
    });
    this.#contents.on('page-title-updated', (_event, title: string) => {
      const event = preventable({});
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented) this.#title = title;
    });
    this.#contents.on('destroyed', () => this.#closed());
  }

  #takeFocus(): void {
    if (this.#destroyed || focused === this) return;
    const before = focused;
    focused = this;
    if (before) before.#loseFocus();
    this.emit('focus', preventable({}));
    windowList.focusChanged(this, true);
  }

  #loseFocus(): void {
    if (focused === this) focused = null;
    this.emit('blur', preventable({}));
    windowList.focusChanged(this, false);
  }

  #closed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#visible = false;
    if (focused === this) focused = null;
    this.emit('closed', preventable({}));
    windowList.remove(this);
  }

  #reveal(): void {
    if (this.#visible && this.#state !== 'minimized') return;
    const wasVisible = this.#visible;
    this.#visible = true;
    if (this.#state === 'minimized') this.restore();
    if (!wasVisible) this.emit('show', preventable({}));
    this.#apply((page) => page.setState('normal'));
    windowList.visibilityChanged();
  }

  #apply(change: (page: Awaited<ReturnType<typeof pageOf>>) => Promise<void>): void {
    pageOf(this.#contents)
      .then(change)
      .catch(() => {});
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }
  reload(): void {
    this.#contents.reload();
  }
  show(): void {
    this.#reveal();
    this.#takeFocus();
  }
  showInactive(): void {
    this.#reveal();
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    if (focused === this) this.#loseFocus();
    this.emit('hide', preventable({}));
    this.#apply((page) => page.setState('minimized'));
    windowList.visibilityChanged();
  }
  focus(): void {
    if (this.#visible) this.#takeFocus();
    this.#apply((page) => page.bringToFront());
  }
  blur(): void {
    if (focused === this) this.#loseFocus();
  }
  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }
  isFocused(): boolean {
    return focused === this;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isModal(): boolean {
    return this.#modal;
  }
  getParentWindow(): Electron.BrowserWindow | null {
    return this.#parent;
  }
  minimize(): void {
    if (this.#state === 'minimized') return;
    this.#state = 'minimized';
    if (focused === this) this.#loseFocus();
    this.emit('minimize', preventable({}));
    this.#apply((page) => page.setState('minimized'));
  }
  restore(): void {
    if (this.#state === 'normal') return;
    const event = this.#state === 'minimized' ? 'restore' : 'unmaximize';
    this.#state = 'normal';
    this.emit(event, preventable({}));
    this.#apply((page) => page.setState('normal'));
  }
  maximize(): void {
    if (this.#state === 'maximized') return;
    this.#state = 'maximized';
    this.#visible = true;
    this.emit('maximize', preventable({}));
  }
  unmaximize(): void {
    if (this.#state === 'maximized') this.restore();
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isFullScreen(): boolean {
    return false;
  }
  close(): void {
    if (this.#destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) windowList.closeCancelled();
    else this.destroy();
  }
  /** Closes without asking: the page goes, then `closed` comes. */
  destroy(): void {
    if (!this.#destroyed) this.#contents.dispose();
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  setMenu(): void {}
  removeMenu(): void {
    this.#menuBar = false;
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
  setAlwaysOnTop(flag: boolean): void {
    this.#onTop = flag;
    this.emit('always-on-top-changed', preventable({}), flag);
  }
  isAlwaysOnTop(): boolean {
    return this.#onTop;
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getContentBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const { x, y, width, height } = { ...this.#bounds, ...bounds };
    const [minWidth = 0, minHeight = 0] = this.#minimum;
    const before = this.#bounds;
    this.#bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
    const { width: wide, height: high } = this.#bounds;
    if (before.x !== x || before.y !== y) this.emit('move', preventable({}));
    if (before.width === wide && before.height === high) return;
    this.#apply((page) => page.resize(wide, high));
    this.emit('resize', preventable({}));
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getMinimumSize(): number[] {
    return [...this.#minimum];
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }
  center(): void {
    this.setBounds(centred(this.#bounds.width, this.#bounds.height));
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  setResizable(resizable: boolean): void {
    this.#resizable = resizable;
  }
  isResizable(): boolean {
    return this.#resizable;
  }
  setSkipTaskbar(): void {}
  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#everywhere = visible;
  }
  isVisibleOnAllWorkspaces(): boolean {
    return this.#everywhere;
  }
  setBackgroundColor(color: string): void {
    this.#background = color;
  }
  getBackgroundColor(): string {
    return this.#background;
  }
  moveTop(): void {
    this.#apply((page) => page.bringToFront());
  }
  setContentProtection(enable: boolean): void {
    this.#protected = enable;
  }
  isContentProtected(): boolean {
    return this.#protected;
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return allContents().flatMap((contents) => {
      const window = byContents.get(contents);
      return window ? [standIn<Electron.BrowserWindow>(window)] : [];
    });
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return focused && standIn<Electron.BrowserWindow>(focused);
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

focusedWhen((contents) => focused !== null && byContents.get(contents) === focused);
closeClass('BrowserWindow', BrowserWindow);

/** What Electron reports back as the preferences in force: its defaults filled in. */
function effective(preferences: Electron.WebPreferences): Electron.WebPreferences {
  return { contextIsolation: true, nodeIntegration: false, sandbox: true, webSecurity: true, ...preferences };
}

function centred(width: number, height: number): { x: number; y: number } {
  return { x: Math.round((WORK_AREA.width - width) / 2), y: Math.round((WORK_AREA.height - height) / 2) };
}

function parentWindow(parent: Electron.BaseWindow): Electron.BrowserWindow {
  return standIn<Electron.BrowserWindow>(parent);
}
