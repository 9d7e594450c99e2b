import * as words from '../../electron/messages/window.ts';
/** What happens to a line of an env file, as every list of lines draws and calls it. */
export const lineChanges = {
  added: { icon: 'plus', word: words.lines.added },
  changed: { icon: 'swap', word: words.lines.changed },
  removed: { icon: 'minus', word: words.lines.removed },
  kept: { icon: 'equal', word: words.lines.kept },
} as const;
