/**
 * The command that takes a file out of git and leaves it on the disk, to be pasted into a shell. Null for a path that no
 * quoting makes safe to paste or to read: with a quotation mark, a line break, or marks that turn the text's direction.
 */
export function untrackCommand(file: string): string | null {
  if (/['\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(file)) return null;
  return `git rm --cached -- ${/^[\w./-]+$/.test(file) ? file : `'${file}'`}`;
}
