import * as words from '../../electron/messages/window.ts';
import type { ImportView } from '../vault-client.ts';

/** What is known of a value that was found in a file. */
export type FoundValue = Pick<ImportView['variables'][number], 'kind' | 'label' | 'odd'>;

/** Why no key can be made of it; '' where one can. */
export function notKept({ kind, label, odd }: FoundValue): string {
  const named = label === '' ? '' : `${label}: `;
  if (kind === 'reference') return words.foundValue.reference;
  if (kind === 'ciphertext') return words.foundValue.ciphertext;
  if (kind === 'marred') return words.foundValue.marred(named, odd);
  return '';
}

/** What it seems to be, whether it is no secret, and the odd characters in it. */
export function formatFound({ kind, label, odd }: FoundValue): string {
  return [label, kind === 'public' && words.foundValue.everybody, odd && words.foundValue.odd(odd)]
    .filter(Boolean)
    .join(', ');
}
