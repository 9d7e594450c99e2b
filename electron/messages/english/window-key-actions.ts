/** What can be done with a key at once, and what is said of it. */

export const noCopyLeft = (name: string): string => `“${name}” has no copy left.`;
export const onClipboard = (name: string, seconds: number): string =>
  `“${name}” is on your clipboard for ${seconds} s.`;
export const allowOneMore = 'Allow one more copy';
export const canBeCopiedAgain = (name: string): string => `“${name}” can be copied again.`;
export const copy = 'Copy';
export const cleared = 'Clipboard cleared.';
export const pinned = (name: string): string => `“${name}” is in the tray menu.`;
export const unpinned = (name: string): string => `“${name}” is no longer in the tray menu.`;
export const rotationUndone = (name: string): string => `“${name}” has its previous value again.`;
export const rotationFinished = (name: string): string => `The previous value of “${name}” is removed.`;
export const edit = 'Edit';
export const unpin = 'Unpin from tray';
export const pin = 'Pin to tray';
export const remove = 'Delete';
