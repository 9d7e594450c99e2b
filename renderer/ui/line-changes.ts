/** What happens to a line of an env file, as every list of lines draws and calls it. */
export const lineChanges = {
  added: { icon: 'plus', word: 'Added' },
  changed: { icon: 'swap', word: 'Changed' },
  removed: { icon: 'minus', word: 'Removed' },
  kept: { icon: 'equal', word: 'Kept' },
} as const;
