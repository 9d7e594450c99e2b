/** Electron's names of modifiers, each counted once. */
const modifiers: Readonly<Record<string, string>> = {
  CommandOrControl: 'either',
  CmdOrCtrl: 'either',
  Command: 'command',
  Cmd: 'command',
  Control: 'control',
  Ctrl: 'control',
  Alt: 'alt',
  Option: 'alt',
  Shift: 'shift',
  Super: 'super',
  Meta: 'super',
};

/** Space and function keys type nothing: one modifier besides Shift is enough. */
const named = /^(Space|F([1-9]|1\d|2[0-4]))$/;
/** Keys that type something belong to other programs with a single modifier: copy, paste, save. */
const typed = /^([A-Z0-9]|Plus|[-=[\]\\;',./`])$/;

/**
 * Whether this is an accelerator of Electron's that may be taken from all other programs, or '' for none. A page could
 * else grab a key that everybody types with.
 */
export function isShortcut(accelerator: string): boolean {
  if (accelerator === '') return true;
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const held = new Set(parts.map((part) => (Object.hasOwn(modifiers, part) ? modifiers[part] : undefined)));
  if (held.has(undefined) || held.size < parts.length) return false;
  // On one of the systems these would be one key.
  if (held.has('either') && (held.has('command') || held.has('control'))) return false;
  const least = named.test(key) ? 1 : typed.test(key) ? 2 : Number.POSITIVE_INFINITY;
  return held.size >= least && (held.size > 1 || !held.has('shift'));
}
