import { isVaultError, vaultError } from '../errors.ts';
import type { Secret } from '../secret.ts';
import { isGuessable, last4Of, parseValue } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { freeName } from './free-name.ts';

/** What the clipboard seems to hold. Never the value (invariant 1). */
export interface Offer {
  offerId: string;
  provider: string;
  label: string;
  last4: string | null;
  /** A name that no key has yet. */
  name: string;
  envVar: string;
  heldBy: string | null;
}

export interface Offers {
  /**
   * null: nothing there that looks like a key, or the person is not at the window. Who asks more often than a person
   * could want waits, and shares one look with all who ask meanwhile: it is no window on the clipboard. No answer is
   * older than its question: who asks while the clipboard is being read gets the next look.
   */
  look(): Promise<Offer | null>;
  /** The value that was offered, if the clipboard still holds it; by any of its latest offers. @throws OFFER_UNKNOWN */
  take(offerId: string): Promise<Secret>;
  forget(): void;
}

/** Each time the person comes to the window it looks once: this many within a second are a person's. */
const mostLooks = 4;
const looksMs = 1_000;

/** Remembers the last offer by its keyed hash: what is kept is what was shown, or nothing. */
export function createOffers(ports: VaultPorts): Offers {
  const { store, clipboard, fingerprints, providers, newId, valueLimit, attention, clock } = ports;
  /** What was found last, and the offers that were made of it, the latest first. */
  let last: { offerIds: readonly string[]; fingerprint: string } | null = null;
  let looks: readonly number[] = [];
  /** The look that did not begin yet: whoever asks meanwhile gets its answer. */
  let next: Promise<Offer | null> | null = null;
  /** Ends, without an error, when the look before the next one does. */
  let previous: Promise<unknown> = Promise.resolve();

  /** How long until the clipboard may be looked at again, in ms. */
  function pause(): number {
    const now = clock.now();
    looks = looks.filter((at) => Math.abs(now - at) < looksMs);
    const [oldest = now] = looks;
    return looks.length < mostLooks ? 0 : looksMs - Math.abs(now - oldest);
  }

  async function lookInTurn(): Promise<Offer | null> {
    await previous;
    const ms = pause();
    if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve));
    next = null;
    if (!attention()) return null;
    looks = [...looks, clock.now()];
    const look = lookNow();
    previous = look.catch(() => undefined);
    return look;
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

  /** Not of a value that could be guessed, and else until too much was compared: an offer is shown all the same. */
  function mayTell(value: Secret, fingerprint: string): boolean {
    if (isGuessable(value)) return false;
    try {
      ports.guessLimiter.chargeNew([fingerprint]);
      return true;
    } catch (error) {
      if (isVaultError(error)) return false;
      throw error;
    }
  }

  async function lookNow(): Promise<Offer | null> {
    const held = await readClipboard();
    const recognised = held && providers.recognise(held.value);
    if (held === null || recognised === null) {
      last = null;
      return null;
    }
    const { value, fingerprint } = held;
    const holder = mayTell(value, fingerprint) ? store.versions.keyIdByFingerprint(fingerprint) : null;
    const offerId = newId();
    // A click that brings the window to the front answers the offer before the look that comes with the focus.
    const before = last?.fingerprint === fingerprint ? last.offerIds : [];
    last = { offerIds: [offerId, ...before].slice(0, mostLooks), fingerprint };
    return {
      offerId,
      ...recognised,
      name: freeName(store, recognised.name),
      last4: last4Of(value),
      heldBy: holder === null ? null : (store.keys.find(holder)?.key.name ?? null),
    };
  }

  return {
    async look() {
      if (!attention()) return null;
      next ??= lookInTurn();
      return next;
    },

    async take(offerId) {
      const offered = last;
      const held = offered?.offerIds.includes(offerId) ? await readClipboard() : null;
      if (held === null || held.fingerprint !== offered?.fingerprint) throw vaultError('OFFER_UNKNOWN');
      return held.value;
    },

    forget() {
      last = null;
    },
  };
}
