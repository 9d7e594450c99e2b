import { count } from './counts.ts';

/** The settings. */

export const unitSeconds = 'seconds';
export const unitDays = 'days';
export const days = (days: number): string => count(days, 'day');
export const themeSystem = 'System';
export const themeLight = 'Light';
export const themeDark = 'Dark';
export const shortcut = 'Shortcut';
export const singleKeys = 'Single-key shortcuts';
export const singleKeysHint = 'In the list and a key’s detail C copies and R rotates; / searches.';
export const window = 'Window';
export const tray = 'Keep running in the tray';
export const trayHint = 'Closing the window leaves Clavis in the tray. Switched off, closing quits.';
export const noTrayHint = 'This desktop shows no tray: closing the window quits, until there is one.';
export const login = 'Start at login';
export const loginHint = 'Hidden: it is in the tray, and the shortcut works.';
export const loginNoTrayHint = 'Hidden where the shortcut works, else with its window.';
export const theme = 'Theme';
export const themeHint = 'System follows your desktop.';
export const range = (least: number, most: number): string => `From ${least} to ${most}.`;
export const never = 'Never';
export const onTheDay = 'On the day it is due';
export const before = (days: number): string => `${count(days, 'day')} before`;
export const copying = 'Copying';
export const lease = 'Copied values stay';
export const leaseHint = 'Then Clavis clears the clipboard. A longer time than now asks first.';
export const leaseKept = (seconds: number): string => `A copied value stays ${seconds} s.`;
export const newCopies = 'New keys can be copied';
export const newCopiesHint = 'Once: after that Clavis asks. Always has to be confirmed for each key.';
export const once = 'Once';
export const always = 'Always';
export const rotation = 'Rotation';
export const newRotation = 'New keys are rotated';
export const newRotationHint = 'What is filled in when you add one; each key can have its own.';
export const every = (days: number): string => `Every ${days} days`;
export const remind = 'Remind me of a rotation';
export const remindHint = 'In a notification, once a day while a key is due.';
export const undo = 'Rotations can be undone';
export const undoHint = 'Until then the previous value is kept. With 0 it goes at once.';
export const undoNone = 'Previous values go at once.';
export const undoKept = (days: number): string => `Previous values stay ${count(days, 'day')}.`;
export const trash = 'Trash';
export const trashStay = 'Deleted keys stay in Trash';
export const trashStayHint = 'Until then they can be restored. A shorter time than now asks first.';
export const locking = 'Locking';
export const idle = 'Lock when nobody is there';
export const idleHint = 'Also without this, Clavis locks with the screen and for sleep.';
export const after = (minutes: number): string => `After ${minutes} min`;
export const title = 'Settings';
export const paletteHint = 'From any program: find a key and copy it.';
export const noShortcut = 'None';
export const pressKeys = 'Press the keys';
export const openPalette = 'Open the quick palette';
export const needed = (keys: string): string => `Other programs need that. Hold two of ${keys}.`;
export const escLeaves = 'Esc leaves it as it is.';
export const clearShortcut = 'Clear the shortcut';
export const taken = <E>(shortcut: E) => [
  shortcut,
  ' can’t be had: another program uses it, or the system does not allow it. Choose another.',
];
export const modifiersMac = '⌘, ⌃, ⌥ and ⇧';
export const modifiers = 'Ctrl, Alt, Super and Shift';
