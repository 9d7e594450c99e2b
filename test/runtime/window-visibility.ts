import type Electron from 'electron';
import type { Color } from './color.ts';
import { preventable } from './event.ts';
import { type Focusable, focus } from './focus.ts';
import type { Page } from './page.ts';
import { windowList } from './window-list.ts';
import { WindowModel } from './window-model.ts';

type State = 'normal' | 'minimized' | 'maximized';

/** The modal windows of each window. */
const modals = new WeakMap<object, Set<WindowVisibility>>();

/** Whether a modal window of it is shown: it takes no input then, and can't have the focus. */
function isCovered(window: object): boolean {
  return [...(modals.get(window) ?? [])].some((modal) => modal.isVisible());
}

/** Whether a window is on the screen and has the focus: a model, as on a desktop where no one else hides windows. */
export abstract class WindowVisibility
  extends WindowModel
  implements
    Pick<
      Electron.BrowserWindow,
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'blur'
      | 'isVisible'
      | 'isFocused'
      | 'isDestroyed'
      | 'isEnabled'
      | 'minimize'
      | 'restore'
      | 'maximize'
      | 'unmaximize'
      | 'isMinimized'
      | 'isMaximized'
      | 'moveTop'
      | 'close'
      | 'destroy'
    >
{
  readonly #focus: Focusable = {
    owner: this,
    canFocus: () => this.isVisible() && this.mayFocus && !isCovered(this),
    focusChanged: (focused) => {
      if (this.#destroyed) return;
      this.emit(focused ? 'focus' : 'blur', preventable({}));
      windowList.focusChanged(this, focused);
    },
  };
  #visible: boolean;
  #destroyed = false;
  #state: State = 'normal';

  constructor(options: Electron.BrowserWindowConstructorOptions, appName: string) {
    super(options, appName);
    this.#visible = options.show !== false;
  }

  abstract close(): void;
  abstract destroy(): void;
  /** Does something to the page once it is open; nothing when it never is. */
  protected abstract changePage(change: (page: Page) => Promise<void>): void;
  /** Opens Chromium's window again, where a person closed it and the app kept its own. */
  protected abstract revive(): void;

  /** The window is made: it takes its place among the others. */
  protected begin(): void {
    windowList.add(this);
    const parent = this.getParentWindow();
    if (parent !== null && this.isModal()) modals.set(parent, (modals.get(parent) ?? new Set()).add(this));
    if (this.#visible) queueMicrotask(() => focus.take(this.#focus));
  }

  /** A person gave it the focus, or took it away. */
  protected focusMoved(focused: boolean): void {
    if (focused) focus.take(this.#focus);
    else focus.drop(this.#focus);
  }

  /** The page is gone. */
  protected end(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#visible = false;
    const parent = this.getParentWindow();
    if (parent !== null) modals.get(parent)?.delete(this);
    const heir = focus.leave(this.#focus);
    this.emit('closed', preventable({}));
    windowList.remove(this);
    focus.passTo(heir);
    // Electron gives it to the parent, whoever had it before.
    if (parent !== null && this.isModal() && focus.current() === null) parent.focus();
  }

  protected override recoloured(color: Color): void {
    this.changePage((page) => page.colour(color));
  }
  protected override resized(width: number, height: number): void {
    this.changePage((page) => page.resize(width, height));
  }

  #reveal(): void {
    if (this.#visible && this.#state !== 'minimized') return;
    const wasVisible = this.#visible;
    this.#visible = true;
    this.revive();
    if (this.#state === 'minimized') this.restore();
    if (!wasVisible) this.emit('show', preventable({}));
    this.changePage((page) => page.setShown(true));
    windowList.visibilityChanged();
  }

  show(): void {
    this.#reveal();
    focus.take(this.#focus);
  }
  showInactive(): void {
    this.#reveal();
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    const heir = focus.leave(this.#focus);
    this.emit('hide', preventable({}));
    this.changePage((page) => page.setShown(false));
    windowList.visibilityChanged();
    focus.passTo(heir);
  }
  focus(): void {
    focus.take(this.#focus);
    this.changePage((page) => page.bringToFront());
  }
  blur(): void {
    focus.drop(this.#focus);
  }
  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }
  isFocused(): boolean {
    return focus.current()?.owner === this;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isEnabled(): boolean {
    return !isCovered(this);
  }
  minimize(): void {
    if (this.#state === 'minimized') return;
    this.#state = 'minimized';
    const heir = focus.leave(this.#focus);
    this.emit('minimize', preventable({}));
    this.changePage((page) => page.setState('minimized'));
    focus.passTo(heir);
  }
  restore(): void {
    if (this.#state === 'normal') return;
    const event = this.#state === 'minimized' ? 'restore' : 'unmaximize';
    this.#state = 'normal';
    this.emit(event, preventable({}));
    this.changePage((page) => page.setState('normal'));
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
  moveTop(): void {
    this.changePage((page) => page.bringToFront());
  }
}
