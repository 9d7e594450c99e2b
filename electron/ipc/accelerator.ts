/** Electron's modifiers as macOS writes them, in its order (Human Interface Guidelines, keyboards). */
const macSigns: readonly (readonly [sign: string, names: readonly string[]])[] = [
  ['⌃', ['Control', 'Ctrl']],
  ['⌥', ['Alt', 'Option']],
  ['⇧', ['Shift']],
  ['⌘', ['CommandOrControl', 'CmdOrCtrl', 'Command', 'Cmd', 'Super', 'Meta']],
];
const control: readonly string[] = ['CommandOrControl', 'CmdOrCtrl', 'Control', 'Ctrl'];

/** An accelerator of Electron's as a person reads it: "Ctrl+Shift+K", or "⇧⌘K" on macOS. */
export function formatAccelerator(accelerator: string, isMac: boolean): string {
  return formatKeys(accelerator === '' ? [] : accelerator.split('+'), isMac);
}

/** The same for the parts of one, which need not be complete. A name that is not known comes as it is. */
export function formatKeys(names: readonly string[], isMac: boolean): string {
  if (!isMac) return names.map((name) => (control.includes(name) ? 'Ctrl' : name)).join('+');
  const signs = macSigns.filter(([, known]) => names.some((name) => known.includes(name))).map(([sign]) => sign);
  const others = names.filter((name) => !macSigns.some(([, known]) => known.includes(name)));
  return [...signs, ...others].join('');
}
