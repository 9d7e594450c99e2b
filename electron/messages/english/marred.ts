import type { MarredKey } from '../../vault/marred-key.ts';

/** "looks like “OpenAI project key”, but …", to stand behind "It" or "This". */
export function marred({ character, position, label }: MarredKey): string {
  const what = label === '' ? 'a key' : `“${label}”`;
  return `looks like ${what}, but with ${character} at position ${position}, which no such key has. Copy it at your provider again.`;
}
