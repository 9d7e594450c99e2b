import type { ClipboardOffer, TypedProposal } from '../../vault-client.ts';
import type { KeyDraft } from './key-fields.tsx';

/** The fields that what was recognised fills in. */
export function suggestionOf({
  name,
  envVar,
  provider,
}: ClipboardOffer | TypedProposal): Pick<KeyDraft, 'name' | 'envVar' | 'provider'> {
  return { name, envVar, provider };
}
