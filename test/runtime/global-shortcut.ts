import type Electron from 'electron';
import { acceleratorName, parseAccelerator } from './accelerator.ts';
import { standInRecord } from './hooks-for-tests.ts';
import { closeObject } from './refuse.ts';

type Entry = { written: string; callback: () => void };

const entries = new Map<string, Entry>();
let suspended = false;
let isReady = (): boolean => false;

/** Tells the shortcuts how to know that the app is ready. */
export function shortcutsNeedReady(ready: () => boolean): void {
  isReady = ready;
}

function needReady(): void {
  if (!isReady()) throw new Error('globalShortcut cannot be used before the app is ready');
}

/** The keys that a text names, or the error of Electron's argument conversion. `all` is the argument as a whole. */
function nameOf(accelerator: string, all = accelerator): string {
  const parsed = typeof accelerator === 'string' ? parseAccelerator(accelerator) : null;
  if (parsed) return acceleratorName(parsed);
  throw new TypeError(`Error processing argument at index 0, conversion failure from ${all}`);
}

function isTaken(name: string): boolean {
  return [...standInRecord.takenShortcuts].some((taken) => nameOf(taken) === name);
}

function register(accelerator: string, callback: () => void): boolean {
  const name = nameOf(accelerator);
  needReady();
  if (suspended || entries.has(name) || isTaken(name)) return false;
  entries.set(name, { written: accelerator, callback });
  standInRecord.shortcuts.set(accelerator, callback);
  return true;
}

function unregister(accelerator: string): void {
  const name = nameOf(accelerator);
  needReady();
  const entry = entries.get(name);
  if (!entry) return;
  entries.delete(name);
  standInRecord.shortcuts.delete(entry.written);
}

/** A person's press, anywhere on the system. False when nothing of ours hears it. */
standInRecord.pressShortcut = (accelerator) => {
  const entry = entries.get(nameOf(accelerator));
  if (!entry || suspended) return false;
  entry.callback();
  return true;
};

/** Electron's `globalShortcut`: no keys are grabbed; a test presses them, or takes them for another program. */
export const globalShortcut = closeObject('globalShortcut', {
  register,
  registerAll(accelerators: string[], callback: () => void): boolean {
    for (const accelerator of accelerators) nameOf(accelerator, accelerators.join());
    needReady();
    const registered: string[] = [];
    for (const accelerator of accelerators) {
      if (!register(accelerator, callback)) {
        // As in Electron: all or none.
        for (const done of registered) unregister(done);
        return false;
      }
      registered.push(accelerator);
    }
    return true;
  },
  isRegistered: (accelerator: string): boolean => entries.has(nameOf(accelerator)),
  unregister,
  unregisterAll(): void {
    needReady();
    entries.clear();
    standInRecord.shortcuts.clear();
  },
  setSuspended(suspend: boolean): void {
    needReady();
    suspended = suspend;
  },
  isSuspended(): boolean {
    needReady();
    return suspended;
  },
} satisfies Electron.GlobalShortcut);
