import { expect, test } from 'vitest';
import { formatAccelerator, formatKeys } from '../../electron/ipc/accelerator.ts';

test.each([
  ['CommandOrControl+Shift+K', 'Ctrl+Shift+K', '⇧⌘K'],
  ['Shift+CommandOrControl+K', 'Shift+Ctrl+K', '⇧⌘K'],
  ['CmdOrCtrl+Alt+Space', 'Ctrl+Alt+Space', '⌥⌘Space'],
  ['Ctrl+Option+F5', 'Ctrl+Option+F5', '⌃⌥F5'],
  ['Cmd+Control+Meta+A', 'Cmd+Ctrl+Meta+A', '⌃⌘A'],
  ['', '', ''],
])('the shortcut %j reads as %j, and on macOS as %j', (accelerator, said, saidOnMac) => {
  expect(formatAccelerator(accelerator, false)).toBe(said);
  expect(formatAccelerator(accelerator, true)).toBe(saidOnMac);
});

test('modifiers read the same before the key is there', () => {
  expect(formatKeys(['CommandOrControl', 'Shift'], false)).toBe('Ctrl+Shift');
  expect(formatKeys(['CommandOrControl', 'Shift'], true)).toBe('⇧⌘');
});
