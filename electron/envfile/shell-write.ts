import { needsNoQuotes, refuseTraps, UNIVERSAL_TRAPS } from './plain.ts';

/**
 * The plainest form of `value` that bash, dash and zsh take for `value`: bare, in single or double quotes, or in single
 * quotes that are left for each `'`. Only what no environment can hold is refused.
 */
export function writeShell(name: string, value: string): string {
  refuseTraps(name, value, UNIVERSAL_TRAPS);
  if (needsNoQuotes(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  return /["$\\`!]/.test(value) ? `'${value.replaceAll("'", "'\\''")}'` : `"${value}"`;
}

/** Whether every shell takes the form `raw` for `value`, be it the plainest one or not. */
export function isShellFormOf(raw: string, value: string): boolean {
  if (raw === value) return needsNoQuotes(value);
  if (raw === `'${value.replaceAll("'", "'\\''")}'`) return true;
  return raw === `"${value}"` && !/["$\\`!]/.test(value);
}
