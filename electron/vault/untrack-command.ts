import { hasUnseen } from './shown-text.ts';

/**
 * The command that takes a file out of git and leaves it on the disk, to be pasted into a shell. Null for a path that no
 * quoting makes safe to paste or to read: with a quotation mark, or a character that can't be seen.
 */
export function untrackCommand(file: string): string | null {
  if (file.includes("'") || hasUnseen(file)) return null;
  return `git rm --cached -- ${/^[\w./-]+$/.test(file) ? file : `'${file}'`}`;
}
