const macNames: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  CmdOrCtrl: '⌘',
  Command: '⌘',
  Cmd: '⌘',
  Super: '⌘',
  Meta: '⌘',
  Control: '⌃',
  Ctrl: '⌃',
  Alt: '⌥',
  Option: '⌥',
  Shift: '⇧',
};
const otherNames: Readonly<Record<string, string>> = { CommandOrControl: 'Ctrl', CmdOrCtrl: 'Ctrl', Control: 'Ctrl' };

/** "Ctrl+Shift+K", or "⌘⇧K" on macOS. */
export function formatAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  const isMac = platform === 'darwin';
  const names = isMac ? macNames : otherNames;
  const parts = accelerator.split('+').map((part) => names[part] ?? part);
  return parts.join(isMac ? '' : '+');
}
