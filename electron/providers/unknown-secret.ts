import type { Shape } from './provider.ts';

/** Secrets that tell what they are, but not whose. */
const kinds: readonly (Shape & { readonly name: string; readonly envVar: string })[] = [
  {
    pattern: /^-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+-----END [A-Z ]*PRIVATE KEY-----\s*$/,
    label: 'private key',
    name: 'Private key',
    envVar: 'PRIVATE_KEY',
  },
  {
    pattern: /^(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[^\s:@/]*:[^\s@]+@\S+$/,
    label: 'database address with a password',
    name: 'Database',
    envVar: 'DATABASE_URL',
  },
];

const shortest = 20;
const longest = 512;
/** Words and paths stay below this, random text of 20 characters above (bits per character, Shannon). */
const leastEntropy = 3.5;

function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function looksRandom(text: string): boolean {
  if (text.length < shortest || text.length > longest) return false;
  if (!/^[\w+/=.:~-]+$/.test(text) || /^(?:https?:|\/|\.)/.test(text)) return false;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && entropyOf(text) >= leastEntropy;
}

/** A name and an env var to propose for a secret of no known provider; null where it looks like none. */
export function recogniseUnknown(text: string): { label: string; name: string; envVar: string } | null {
  const kind = kinds.find(({ pattern }) => pattern.test(text));
  if (kind !== undefined) return { label: kind.label, name: kind.name, envVar: kind.envVar };
  return looksRandom(text) ? { label: 'key of an unknown provider', name: 'New key', envVar: 'API_KEY' } : null;
}
