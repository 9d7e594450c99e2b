/** A key of a provider's shape, but for a character that can't be in it. */
export interface MarredKey {
  /** "zero-width space (U+200B)" */
  readonly character: string;
  /** From 1. */
  readonly position: number;
  /** What kind of key it would be, or ''. */
  readonly label: string;
}

/** "looks like “OpenAI project key”, but …", to stand behind "It" or "This". */
export function formatMarred({ character, position, label }: MarredKey): string {
  const what = label === '' ? 'a key' : `“${label}”`;
  return `looks like ${what}, but with ${character} at position ${position}, which no such key has. Copy it at your provider again.`;
}
