import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import { standIn } from './refuse.ts';

const DEFAULT_WIDTH = 800;
const DEFAULT_HEIGHT = 600;
const WORK_AREA = { x: 0, y: 0, width: 1920, height: 1080 };

/**
 * Place, size, title and flags of a window: a model, as on a desktop where no one else moves windows. Outer and content
 * size are the same, because nothing draws a frame.
 */
export abstract class WindowModel
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
      | 'isFullScreen'
      | 'setContentProtection'
      | 'isContentProtected'
      | 'isModal'
      | 'getParentWindow'
    >
{
  readonly #parent: Electron.BrowserWindow | null;
  readonly #modal: boolean;
  #bounds: Electron.Rectangle;
  #minimum: number[];
  #title: string;
  #onTop: boolean;
  #resizable: boolean;
  #everywhere = false;
  #menuBar = true;
  #protected = false;
  #background: string;

  constructor(options: Electron.BrowserWindowConstructorOptions, appName: string) {
    super();
    const width = options.width ?? DEFAULT_WIDTH;
    const height = options.height ?? DEFAULT_HEIGHT;
    this.#bounds = { ...centred(width, height), width, height };
    if (options.x !== undefined) this.#bounds.x = options.x;
    if (options.y !== undefined) this.#bounds.y = options.y;
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#title = options.title ?? appName;
    this.#onTop = options.alwaysOnTop === true;
    this.#resizable = options.resizable !== false;
    this.#background = options.backgroundColor ?? '#FFFFFF';
    this.#parent = options.parent ? parentWindow(options.parent) : null;
    this.#modal = options.modal === true;
  }

  /** The page follows the window's size. */
  protected abstract resized(width: number, height: number): void;

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
    this.resized(wide, high);
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
}

function centred(width: number, height: number): { x: number; y: number } {
  return { x: Math.round((WORK_AREA.width - width) / 2), y: Math.round((WORK_AREA.height - height) / 2) };
}

function parentWindow(parent: Electron.BaseWindow): Electron.BrowserWindow {
  return standIn<Electron.BrowserWindow>(parent);
}
