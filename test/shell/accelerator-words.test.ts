import { expect, test } from 'vitest';
import { formatAccelerator } from '../../electron/shell/accelerator-words.ts';

test.each([
  ['CommandOrControl+Shift+K', 'linux', 'Ctrl+Shift+K'],
  ['CommandOrControl+Shift+K', 'darwin', '⌘⇧K'],
  ['Control+Alt+Space', 'win32', 'Ctrl+Alt+Space'],
  ['Control+Option+F5', 'darwin', '⌃⌥F5'],
] as const)('the shortcut %s reads on %s as %s', (accelerator, platform, said) => {
  expect(formatAccelerator(accelerator, platform)).toBe(said);
});
