import type Electron from 'electron';
import { preventable } from './event.ts';
import { isPreview, previewBar } from './preview.ts';
import { closeClass, standIn } from './refuse.ts';
import { allContents, focusedWhen, pageOf, WebContents } from './web-contents.ts';
import { windowList } from './window-list.ts';
import { WindowModel } from './window-model.ts';

type Options = Electron.BrowserWindowConstructorOptions;
type State = 'normal' | 'minimized' | 'maximized';

const byContents = new WeakMap<object, BrowserWindow>();
let lastId = 0;
let focused: BrowserWindow | null = null;

/**
 * Electron's window. Its page is real; visibility and focus are a model, as on a desktop where no one else
 * hides windows.
 */
export class BrowserWindow
  extends WindowModel
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
      | 'moveTop'
      | 'reload'
    >
{
  readonly id: number;
  readonly webContents: Electron.WebContents;
  readonly #contents: WebContents;
  #visible: boolean;
  #destroyed = false;
  #shown = false;
  #state: State = 'normal';

  constructor(options: Options = {}) {
    if (!BrowserWindow.ready()) throw new Error('Cannot create BrowserWindow before app is ready');
    super(options, BrowserWindow.appName());
    lastId += 1;
    this.id = lastId;
    this.#visible = options.show !== false;
    const { width, height } = this.getBounds();
    this.#contents = new WebContents({
      preferences: effective(options.webPreferences ?? {}),
      width,
      height,
      extraScript: previewBar(),
      close: () => this.close(),
      finishedLoad: () => this.#finishedLoad(),
      titleChanged: (title) => this.#titleChanged(title),
      gone: () => this.#closed(),
      keptWhenClosed: () => isPreview() && this.#keptOpen(),
    });
    this.webContents = standIn<Electron.WebContents>(this.#contents);
    byContents.set(this.#contents, this);
    windowList.add(this);
    if (this.#visible) queueMicrotask(() => this.#takeFocus());
    else this.#apply((page) => page.setState('minimized'));
  }

  #finishedLoad(): void {
    if (this.#shown) return;
    this.#shown = true;
    this.emit('ready-to-show', preventable({}));
  }

  #titleChanged(title: string): void {
    const event = preventable({});
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.setTitle(title);
  }

  /** A person closed Chromium's window: the app is asked as by its own close button. */
  #keptOpen(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) windowList.closeCancelled();
    return event.defaultPrevented;
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
    this.#contents.revive();
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

  protected override resized(width: number, height: number): void {
    this.#apply((page) => page.resize(width, height));
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
  moveTop(): void {
    this.#apply((page) => page.bringToFront());
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
