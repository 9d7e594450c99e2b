import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { imageOf } from './native-image.ts';
import { closeClass } from './refuse.ts';

/** Electron's tray icon: nothing is drawn; a test patches or reads it as with Electron, and emits its clicks. */
export class Tray
  extends EventEmitter
  implements
    Pick<
      Electron.Tray,
      | 'setImage'
      | 'setToolTip'
      | 'setTitle'
      | 'getTitle'
      | 'setContextMenu'
      | 'popUpContextMenu'
      | 'closeContextMenu'
      | 'destroy'
      | 'isDestroyed'
      | 'getBounds'
    >
{
  #image: Electron.NativeImage;
  #menu: Electron.Menu | null = null;
  #title = '';
  #toolTip = '';
  #destroyed = false;

  constructor(image: Electron.NativeImage | string, _guid?: string) {
    super();
    this.#image = imageOf(image);
    if (typeof image === 'string' && this.#image.isEmpty())
      throw new Error(`Failed to load image from path '${image}'`);
    Tray.all.add(this);
  }

  #needAlive(): void {
    if (this.#destroyed) throw new Error('Tray is destroyed');
  }

  setImage(image: Electron.NativeImage | string): void {
    this.#needAlive();
    this.#image = imageOf(image);
  }
  setToolTip(toolTip: string): void {
    this.#needAlive();
    this.#toolTip = toolTip;
  }
  /** Next to the icon, on macOS only: elsewhere Electron takes it and shows nothing. */
  setTitle(title: string): void {
    this.#needAlive();
    if (process.platform === 'darwin') this.#title = title;
  }
  getTitle(): string {
    this.#needAlive();
    return this.#title;
  }
  setContextMenu(menu: Electron.Menu | null): void {
    this.#needAlive();
    this.#menu = menu;
  }
  popUpContextMenu(menu?: Electron.Menu): void {
    this.#needAlive();
    (menu ?? this.#menu)?.popup();
  }
  closeContextMenu(): void {
    this.#needAlive();
    this.#menu?.closePopup();
  }
  destroy(): void {
    this.#destroyed = true;
    Tray.all.delete(this);
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  getBounds(): Electron.Rectangle {
    this.#needAlive();
    return { x: 0, y: 0, width: 0, height: 0 };
  }

  static readonly all = new Set<Tray>();
  static stateOf(tray: Tray): TrayState {
    return { image: tray.#image, menu: tray.#menu, title: tray.#title, toolTip: tray.#toolTip };
  }
}

/** What a tray shows now. */
export type TrayState = { image: Electron.NativeImage; menu: Electron.Menu | null; title: string; toolTip: string };

const { all, stateOf } = Tray;
Reflect.deleteProperty(Tray, 'stateOf');

/** The trays that are not destroyed, with their click events. */
export function livingTrays(): { tray: Tray; state: TrayState }[] {
  return [...all].map((tray) => ({ tray, state: stateOf(tray) }));
}
closeClass('Tray', Tray);
