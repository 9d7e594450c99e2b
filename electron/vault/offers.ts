import { isVaultError, vaultError } from './errors.ts';
import type { Ports } from './ports.ts';
import type { Secret } from './secret.ts';
import { last4Of, parseValue } from './value.ts';

/** What the clipboard seems to hold. Never the value (invariant 1). */
export interface Offer {
  offerId: string;
  provider: string;
  label: string;
  last4: string | null;
  name: string;
  envVar: string;
  heldBy: string | null;
}

export interface Offers {
  /** null: nothing there that looks like a key. */
  look(): Promise<Offer | null>;
  /** The value that was offered, if the clipboard still holds it. @throws OFFER_UNKNOWN */
  take(offerId: string): Promise<Secret>;
}

/** Remembers the last offer by its keyed hash: what is kept is what was shown, or nothing. */
export function createOffers({ store, clipboard, fingerprints, providers, newId, valueLimit }: Ports): Offers {
  let last: { offerId: string; fingerprint: string } | null = null;

  async function readClipboard(): Promise<Secret | null> {
    const held = await clipboard.read('clipboard');
    if (held === null) return null;
    try {
      return parseValue(held.reveal(), valueLimit);
    } catch (error) {
      if (isVaultError(error)) return null;
      throw error;
    }
  }

  return {
    async look() {
      last = null;
      const value = await readClipboard();
      if (value === null) return null;
      const recognised = providers.recognise(value);
      if (recognised === null) return null;
      const fingerprint = await fingerprints.of(value);
      const holder = store.versions.keyIdByFingerprint(fingerprint);
      const offerId = newId();
      last = { offerId, fingerprint };
      return {
        offerId,
        ...recognised,
        last4: last4Of(value),
        heldBy: holder === null ? null : (store.keys.find(holder)?.key.name ?? null),
      };
    },

    async take(offerId) {
      const value = last?.offerId === offerId ? await readClipboard() : null;
      if (value === null || (await fingerprints.of(value)) !== last?.fingerprint) throw vaultError('OFFER_UNKNOWN');
      return value;
    },
  };
}
