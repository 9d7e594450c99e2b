import type Electron from 'electron';
import { standInRecord } from './hooks-for-tests.ts';
import { standIn } from './refuse.ts';

/** All displays, the primary one first. */
export function displays(): Electron.Display[] {
  return standInRecord.displays.map(({ bounds, workArea = bounds, scaleFactor = 1 }, index) =>
    standIn<Electron.Display>({
      id: index + 1,
      label: `Stand-in ${index + 1}`,
      bounds: { ...bounds },
      workArea: { ...workArea },
      size: { width: bounds.width, height: bounds.height },
      workAreaSize: { width: workArea.width, height: workArea.height },
      scaleFactor,
      rotation: 0,
      internal: false,
      detected: true,
    }),
  );
}

/** The first display. Throws when a test has taken them all away. */
export function primaryDisplay(): Electron.Display {
  const [first] = displays();
  if (!first) throw new Error('There is no display.');
  return first;
}

/** The display under a point, else the nearest. */
export function displayNearest(point: Electron.Point): Electron.Display {
  return best(({ bounds }) => -distance(point, bounds));
}

/** The display that most of a rectangle lies on, else the one nearest to its middle. */
export function displayMatching(rect: Electron.Rectangle): Electron.Display {
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  return best(({ bounds }) => overlap(rect, bounds) || -distance(middle, bounds) - 1);
}

function best(rate: (display: Electron.Display) => number): Electron.Display {
  return displays().reduce((found, other) => (rate(other) > rate(found) ? other : found), primaryDisplay());
}

function distance({ x, y }: Electron.Point, area: Electron.Rectangle): number {
  const aside = Math.max(area.x - x, 0, x - (area.x + area.width - 1));
  const above = Math.max(area.y - y, 0, y - (area.y + area.height - 1));
  return Math.hypot(aside, above);
}

function overlap(one: Electron.Rectangle, other: Electron.Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(width, 0) * Math.max(height, 0);
}
