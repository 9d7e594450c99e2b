/** What the keys of the keyboard do. */

export const places = 'Keys, Projects, Activity, Trash';
export const fromTo = (first: string, last: string): string => `${first} to ${last}`;
export const search = 'Search';
export const slashOr = (shortcut: string): string => `/ or ${shortcut}`;
export const addKey = 'Add a key';
export const copySelected = 'Copy the selected key';
export const letterOr = (shortcut: string): string => `C or ${shortcut}`;
export const rotateIt = 'Rotate it';
export const editIt = 'Edit it';
export const deleteIt = 'Delete the focused row’s key';
export const deleteKey = 'Delete';
export const undoDelete = 'Undo a deletion';
export const openAndBack = 'Open, and back';
export const enterAndEsc = 'Enter, Esc';
export const lock = 'Lock';
export const quit = 'Quit';
export const keyboard = 'Keyboard';
