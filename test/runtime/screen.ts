import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { displayMatching, displayNearest, displays, primaryDisplay } from './displays.ts';
import { standInRecord } from './hooks-for-tests.ts';
import { closeClass } from './refuse.ts';

/** Electron's `screen`: one display of 1920×1080 with the pointer in its middle, unless a test says otherwise. */
class Screen
  extends EventEmitter
  implements
    Pick<
      Electron.Screen,
      'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayNearestPoint' | 'getDisplayMatching' | 'getCursorScreenPoint'
    >
{
  getPrimaryDisplay(): Electron.Display {
    return primaryDisplay();
  }
  getAllDisplays(): Electron.Display[] {
    return displays();
  }
  getDisplayNearestPoint(point: Electron.Point): Electron.Display {
    return displayNearest(point);
  }
  getDisplayMatching(rect: Electron.Rectangle): Electron.Display {
    return displayMatching(rect);
  }
  getCursorScreenPoint(): Electron.Point {
    return { ...standInRecord.cursor };
  }
}
closeClass('screen', Screen);
/** The one `screen`. */
export const screen = new Screen();
