import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { closeClass, standIn } from './refuse.ts';

const AREA = { x: 0, y: 0, width: 1920, height: 1080 };

const display = standIn<Electron.Display>({
  id: 1,
  label: 'Stand-in',
  bounds: AREA,
  workArea: AREA,
  size: { width: AREA.width, height: AREA.height },
  workAreaSize: { width: AREA.width, height: AREA.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  detected: true,
});

/** Electron's `screen`: one display of 1920×1080 with the pointer in its middle. */
class Screen
  extends EventEmitter
  implements
    Pick<
      Electron.Screen,
      'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayNearestPoint' | 'getDisplayMatching' | 'getCursorScreenPoint'
    >
{
  getPrimaryDisplay(): Electron.Display {
    return display;
  }
  getAllDisplays(): Electron.Display[] {
    return [display];
  }
  getDisplayNearestPoint(_point: Electron.Point): Electron.Display {
    return display;
  }
  getDisplayMatching(_rect: Electron.Rectangle): Electron.Display {
    return display;
  }
  getCursorScreenPoint(): Electron.Point {
    return { x: AREA.width / 2, y: AREA.height / 2 };
  }
}
closeClass('screen', Screen);
/** The one `screen`. */
export const screen = new Screen();
