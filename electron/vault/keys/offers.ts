import { isVaultError, vaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { last4Of, parseValue } from '../value.ts';

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
  /**
   * null: nothing there that looks like a key, or the person is not at the window. Who asks more often than a person
   * could want waits, and shares one look with all who ask meanwhile: it is no window on the clipboard.
   */
  look(): Promise<Offer | null>;
  /** The value that was offered, if the clipboard still holds it. @throws OFFER_UNKNOWN */
  take(offerId: string): Promise<Secret>;
  forget(): void;
}

/** Each time the window gets the focus it looks once: this many within a second are a person's. */
const mostLooks = 4;
const looksMs = 1_000;

/** Remembers the last offer by its keyed hash: what is kept is what was shown, or nothing. */
export function createOffers(ports: Ports): Offers {
  const { store, clipboard, fingerprints, providers, newId, valueLimit, attention, clock } = ports;
  let last: { offerId: string; fingerprint: string } | null = null;
  let looks: readonly number[] = [];
  let looking: Promise<Offer | null> | null = null;

  /** How long until the clipboard may be looked at again, in ms. */
  function pause(): number {
    const now = clock.now();
    looks = looks.filter((at) => Math.abs(now - at) < looksMs);
    const [oldest = now] = looks;
    return looks.length < mostLooks ? 0 : looksMs - Math.abs(now - oldest);
  }

  async function lookInTurn(): Promise<Offer | null> {
    const ms = pause();
    if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve));
    if (!attention()) return null;
    looks = [...looks, clock.now()];
    return lookNow();
  }

  /** A value that is fit to be kept and did not come from here: what Clavis put on the clipboard is no offer. */
  async function readClipboard(): Promise<{ value: Secret; fingerprint: string } | null> {
    const held = await clipboard.read('clipboard');
    if (held === null) return null;
    try {
      const value = parseValue(held.reveal(), valueLimit);
      const fingerprint = await fingerprints.of(value);
      return fingerprint === store.lease.get()?.fingerprint ? null : { value, fingerprint };
    } catch (error) {
      if (isVaultError(error)) return null;
      throw error;
    }
  }

  async function lookNow(): Promise<Offer | null> {
    last = null;
    const held = await readClipboard();
    const recognised = held && providers.recognise(held.value);
    if (held === null || recognised === null) return null;
    const { value, fingerprint } = held;
    const holder = store.versions.keyIdByFingerprint(fingerprint);
    const offerId = newId();
    last = { offerId, fingerprint };
    return {
      offerId,
      ...recognised,
      last4: last4Of(value),
      heldBy: holder === null ? null : (store.keys.find(holder)?.key.name ?? null),
    };
  }

  return {
    async look() {
      if (!attention()) return null;
      looking ??= lookInTurn().finally(() => {
        looking = null;
      });
      return looking;
    },

    async take(offerId) {
      const offered = last;
      const held = offered?.offerId === offerId ? await readClipboard() : null;
      if (held === null || held.fingerprint !== offered?.fingerprint) throw vaultError('OFFER_UNKNOWN');
      return held.value;
    },

    forget() {
      last = null;
    },
  };
}
