import type { Settings } from '../records.ts';
import { isShortcut } from './shortcut.ts';

type Fits = (value: unknown) => boolean;

const isOneOf =
  (...allowed: readonly unknown[]): Fits =>
  (value) =>
    allowed.includes(value);

const isWithin =
  (least: number, most: number): Fits =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isTruth = isOneOf(true, false);
const areDays = isWithin(0, 30);

const fits: { readonly [S in keyof Settings]: Fits } = {
  leaseSeconds: isWithin(5, 300),
  graceDays: isWithin(0, 90),
  trashDays: isOneOf(1, 7, 30, 90),
  defaultPolicy: isOneOf('once', 'always'),
  rotateEveryDays: isOneOf(30, 60, 90, 180, null),
  remindDays: (value) => value === null || areDays(value),
  shortcut: (value) => typeof value === 'string' && isShortcut(value),
  startAtLogin: isTruth,
  closeToTray: isTruth,
  theme: isOneOf('system', 'light', 'dark'),
  singleKeyShortcuts: isTruth,
  idleLockMinutes: isWithin(0, 240),
};

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(fits, name);
}

/** Whether all of these are settings, with values that they can have. */
export function areSettings(given: object): given is Partial<Settings> {
  return Object.entries(given).every(([name, value]) => isSetting(name) && fits[name](value));
}

/** What of this is a setting with a value that it can have; the rest is a newer Clavis' or damaged, and passed over. */
export function settingsAmong(found: Readonly<Record<string, unknown>>): Partial<Settings> {
  const good = Object.fromEntries(Object.entries(found).filter(([name, value]) => areSettings({ [name]: value })));
  return areSettings(good) ? good : {};
}
