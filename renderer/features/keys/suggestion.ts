import type { ClipboardOffer } from '../../vault-client.ts';
import type { KeyDraft } from './key-fields.tsx';

/** The fields that an offer fills in. */
export function suggestionOf({
  name,
  envVar,
  provider,
}: ClipboardOffer): Pick<KeyDraft, 'name' | 'envVar' | 'provider'> {
  return { name, envVar, provider };
}
