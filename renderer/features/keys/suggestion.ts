import type { ClipboardOffer } from '../../vault-client.ts';
import type { KeyDraft } from './key-fields.tsx';

/** The fields that an offer fills in. */
export type Suggestion = Pick<KeyDraft, 'name' | 'envVar' | 'provider'>;

export const nothingSuggested: Suggestion = { name: '', envVar: '', provider: '' };

export function suggestionOf({ name, envVar, provider }: ClipboardOffer): Suggestion {
  return { name, envVar, provider };
}

/** The draft after a suggestion took the place of the one before; what was written by hand stays. */
export function follow(draft: KeyDraft, before: Suggestion, next: Suggestion): KeyDraft {
  return {
    ...draft,
    name: draft.name === before.name ? next.name : draft.name,
    envVar: draft.envVar === before.envVar ? next.envVar : draft.envVar,
    provider: draft.provider === before.provider ? next.provider : draft.provider,
  };
}
