import { isVaultError, vaultError } from '../errors.ts';
import type { Secret } from '../secret.ts';
import { last4Of, parseValue } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { type ClipboardValue, clipboardValues, type OfferRefusal } from './clipboard-values.ts';
import { freeName } from './free-name.ts';
import { nameOfHolder } from './held-by.ts';
import { formatOdd, refuseUnfit, type ValueInside } from './value-inside.ts';

/** A value that the clipboard seems to hold. Never the value (invariant 1). */
export interface ClipboardOffer {
  offerId: string;
  /** A provider's id, or '' where none is recognised. */
  provider: string;
  /** What kind of key, in words: "OpenAI project key". */
  label: string;
  last4: string | null;
  /** A name that no key has yet. */
  name: string;
  envVar: string;
  /** The name of the key that holds this very value already. */
  heldBy: string | null;
  /** What stood around the value and is not part of it, in words; '' for nothing. */
  removed: string;
  /** The odd characters in it, in words; '' for none. It is taken with them only if the person says so. */
  odd: string;
}

/** What the clipboard has to offer: several values where its lines have one each. */
export interface ClipboardLook {
  offers: ClipboardOffer[];
  /** Of a text that looks like something; '' where something is offered. */
  refused: OfferRefusal;
}

export interface Offers {
  /**
   * null: nothing there that looks like a key, or the person is not at the window. Who asks more often than a person
   * could want waits, and shares one look with all who ask meanwhile: it is no window on the clipboard. No answer is
   * older than its question: who asks while the clipboard is being read gets the next look.
   */
  look(): Promise<ClipboardLook | null>;
  /**
   * The value that was offered, if the clipboard still holds it; by any of its latest offers. `keepOdd`: with the odd
   * characters in it. @throws OFFER_UNKNOWN, VALUE_ODD
   */
  take(offerId: string, keepOdd?: boolean): Promise<ValueInside>;
  forget(): void;
}

/** Each time the person comes to the window it looks once: this many within a second are a person's. */
const mostLooks = 4;
const looksMs = 1_000;

interface FoundOffer extends ClipboardValue {
  readonly fingerprint: string;
}

/** Remembers what it offered last by its keyed hash: what is kept is what was shown, or nothing. */
export function createOffers(ports: VaultPorts): Offers {
  const { store, clipboard, fingerprints, newId, attention, clock } = ports;
  /** The values that were found last, and the offers that were made of each, the latest first. */
  let last: readonly { readonly offerIds: readonly string[]; readonly fingerprint: string }[] = [];
  let looks: readonly number[] = [];
  /** The look that did not begin yet: whoever asks meanwhile gets its answer. */
  let next: Promise<ClipboardLook | null> | null = null;
  /** Ends, without an error, when the look before the next one does. */
  let previous: Promise<unknown> = Promise.resolve();

  /** How long until the clipboard may be looked at again, in ms. */
  function pause(): number {
    const now = clock.now();
    looks = looks.filter((at) => Math.abs(now - at) < looksMs);
    const [oldest = now] = looks;
    return looks.length < mostLooks ? 0 : looksMs - Math.abs(now - oldest);
  }

  async function lookInTurn(): Promise<ClipboardLook | null> {
    await previous;
    const ms = pause();
    if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve));
    next = null;
    if (!attention()) return null;
    looks = [...looks, clock.now()];
    const look = lookNow();
    // Its own caller hears why it failed.
    previous = look.catch(() => undefined);
    return look;
  }

  const isLent = (fingerprint: string): boolean => fingerprint === store.lease.get()?.fingerprint;

  /** Whether Clavis itself put this text on the clipboard. */
  async function isOwnText(text: Secret): Promise<boolean> {
    try {
      return isLent(await fingerprints.of(parseValue(text.reveal(), ports.valueLimit)));
    } catch (error) {
      if (isVaultError(error) && error.code.startsWith('VALUE_')) return false;
      throw error;
    }
  }

  /** The values that are fit to be kept and did not come from here: what Clavis put on the clipboard is no offer. */
  async function readClipboard(): Promise<{ found: FoundOffer[]; refused: OfferRefusal }> {
    const text = await clipboard.read('clipboard');
    if (text === null || (await isOwnText(text))) return { found: [], refused: '' };
    const { values, refused } = clipboardValues(ports, text);
    const found: FoundOffer[] = [];
    for (const one of values) {
      const fingerprint = await fingerprints.of(one.value);
      if (!isLent(fingerprint)) found.push({ ...one, fingerprint });
    }
    return { found, refused };
  }

  async function lookNow(): Promise<ClipboardLook | null> {
    const before = last;
    const { found, refused } = await readClipboard();
    const offers = found.map(({ detected, fingerprint, name, envVar, value }): ClipboardOffer => {
      return {
        offerId: newId(),
        provider: detected.provider,
        label: detected.label,
        last4: last4Of(value),
        name: freeName(store, name),
        envVar,
        heldBy: nameOfHolder(ports, value, fingerprint),
        removed: detected.removed,
        odd: formatOdd(detected.odd),
      };
    });
    // A click that brings the window to the front answers the offer before the look that comes with the focus.
    last = found.map(({ fingerprint }, at) => {
      const known = before.find((one) => one.fingerprint === fingerprint)?.offerIds ?? [];
      return { offerIds: [offers[at]?.offerId ?? '', ...known].slice(0, mostLooks), fingerprint };
    });
    return offers.length === 0 && refused === '' ? null : { offers, refused };
  }

  return {
    async look() {
      if (!attention()) return null;
      next ??= lookInTurn();
      return next;
    },

    async take(offerId, keepOdd = false) {
      const offered = last.find(({ offerIds }) => offerIds.includes(offerId));
      if (offered === undefined) throw vaultError('OFFER_UNKNOWN');
      const { found } = await readClipboard();
      const held = found.find(({ fingerprint }) => fingerprint === offered.fingerprint);
      if (held === undefined) throw vaultError('OFFER_UNKNOWN');
      refuseUnfit(held.detected, keepOdd);
      return { value: held.value, removed: held.detected.removed };
    },

    forget() {
      last = [];
    },
  };
}
