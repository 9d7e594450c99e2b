import { language } from '../messages/languages.ts';
import type { ClipboardLook } from '../vault/keys/offers.ts';
import type { ClipboardLook as LookView } from './areas/keys.ts';

/** What the clipboard has to offer, with the sentence that says why that is nothing. */
export function lookInWords(look: ClipboardLook | null): LookView | null {
  if (look === null) return null;
  const { refused } = look;
  return { ...look, refused: typeof refused === 'string' ? refused : language.marredOffer(refused) };
}
