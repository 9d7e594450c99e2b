import type Electron from 'electron';
import { displayMatching, primaryDisplay } from './displays.ts';
import { preventable } from './event.ts';
import { WindowFlags } from './window-flags.ts';

const DEFAULT_WIDTH = 800;
const DEFAULT_HEIGHT = 600;

/**
 * Place and size of a window: a model, as on a desktop where no one else moves windows. Outer and content size are the
 * same, because nothing draws a frame.
 */
export abstract class WindowModel
  extends WindowFlags
  implements
    Pick<
      Electron.BrowserWindow,
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
    >
{
  #bounds: Electron.Rectangle;
  #minimum: number[];

  constructor(options: Electron.BrowserWindowConstructorOptions, appName: string) {
    super(options, appName);
    const width = options.width ?? DEFAULT_WIDTH;
    const height = options.height ?? DEFAULT_HEIGHT;
    this.#bounds = { ...centred(width, height, primaryDisplay()), width, height };
    if (options.x !== undefined) this.#bounds.x = options.x;
    if (options.y !== undefined) this.#bounds.y = options.y;
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
  }

  /** The page follows the window's size. */
  protected abstract resized(width: number, height: number): void;

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
    const asked = { ...this.#bounds, ...bounds };
    // Electron rounds a rectangle, but takes whole numbers alone for a position or a size.
    const [x, y] = [Math.round(asked.x), Math.round(asked.y)];
    const [width, height] = [Math.round(asked.width), Math.round(asked.height)];
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
    needWhole(width, height);
    this.setBounds({ width, height });
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  setContentSize(width: number, height: number): void {
    needWhole(width, height);
    this.setBounds({ width, height });
  }
  getMinimumSize(): number[] {
    return [...this.#minimum];
  }
  setMinimumSize(width: number, height: number): void {
    needWhole(width, height);
    this.#minimum = [width, height];
  }
  center(): void {
    this.setBounds(centred(this.#bounds.width, this.#bounds.height, displayMatching(this.#bounds)));
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setPosition(x: number, y: number): void {
    needWhole(x, y);
    this.setBounds({ x, y });
  }
}

function needWhole(...numbers: number[]): void {
  const index = numbers.findIndex((number) => !Number.isInteger(number));
  if (index >= 0)
    throw new TypeError(`Error processing argument at index ${index}, conversion failure from ${numbers[index]}`);
}

function centred(width: number, height: number, { workArea }: Electron.Display): Electron.Point {
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
  };
}
