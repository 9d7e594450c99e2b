import type { ImportView } from '../vault-client.ts';

/** What is known of a value that was found in a file. */
export type FoundValue = Pick<ImportView['variables'][number], 'kind' | 'label' | 'odd'>;

/** Why no key can be made of it; '' where one can. */
export function notKept({ kind, label, odd }: FoundValue): string {
  const named = label === '' ? '' : `${label}: `;
  if (kind === 'reference') return 'Reference: the value is kept elsewhere';
  if (kind === 'ciphertext') return 'Encrypted: not the value itself';
  if (kind === 'marred') return `${named}has ${odd}, which no such key has`;
  return '';
}

/** What it seems to be, whether it is no secret, and the odd characters in it. */
export function formatFound({ kind, label, odd }: FoundValue): string {
  return [label, kind === 'public' && 'everybody may read it', odd && `has ${odd}`].filter(Boolean).join(', ');
}
