import { useCallback, useEffect, useState } from 'react';
import { useCall } from '../../ui/use-call.ts';
import { type CallError, type ClipboardLook, type ClipboardOffer, listen } from '../../vault-client.ts';

export interface OfferState {
  /** undefined: not answered yet; null: nothing there that looks like a key. */
  readonly look: ClipboardLook | null | undefined;
  readonly error: CallError | null;
  readonly read: () => void;
}

/** How long after a reading that failed the next one comes, in ms; after the last it waits for the person. */
const retryDelays = [250, 1_000, 4_000] as const;

/**
 * What the clipboard seems to hold: read when `wanted`, and again each time the person comes to the window, for main
 * answers nobody else. A reading that failed is repeated a few times; where the keychain was the reason, when that is ready,
 * for each reading before could open a prompt of the system.
 */
export function useOffer(wanted: boolean): OfferState {
  const [found, setFound] = useState<ClipboardLook | null>();
  const [failures, setFailures] = useState(0);

  const { error, read: readMain } = useCall();

  const look = useCallback(
    () =>
      readMain((clavis) => clavis.keys.offer({}), {
        next(answer) {
          setFound(answer);
          setFailures(0);
        },
        failed({ code }) {
          setFound(null);
          setFailures((count) => (code.startsWith('KEYCHAIN_') ? 0 : count + 1));
        },
      }),
    [readMain],
  );
  const read = useCallback(() => {
    setFailures(0);
    look();
  }, [look]);

  useEffect(() => {
    if (!wanted) return;
    read();
    const stopAttention = listen((clavis) => clavis.app.onAttention(read));
    const stopKeychain = listen((clavis) =>
      clavis.keychain.onChanged(({ state }) => {
        if (state === 'ready') read();
      }),
    );
    return () => {
      stopAttention();
      stopKeychain();
    };
  }, [wanted, read]);

  useEffect(() => {
    const delay = retryDelays[failures - 1];
    if (!wanted || delay === undefined) return;
    const timer = setTimeout(look, delay);
    return () => clearTimeout(timer);
  }, [wanted, failures, look]);

  return { look: found, error, read };
}

/** The offer that a form begins with: the first that no key holds yet. */
export function firstOffer(look: ClipboardLook | null | undefined): ClipboardOffer | null {
  const offers = look?.offers ?? [];
  return offers.find(({ heldBy }) => heldBy === null) ?? offers[0] ?? null;
}

/** "an OpenAI project key ending in 3f9A"; the article by the sound of what follows. */
export function formatOffer({ label: kind, provider, last4 }: ClipboardOffer): {
  before: string;
  last4: string | null;
} {
  // A company's name keeps its capital.
  const label =
    provider === '' && !/ or |^[A-Z][a-z]*[A-Z]/.test(kind) ? kind.charAt(0).toLowerCase() + kind.slice(1) : kind;
  const article = /^([aeio]|[FLMNRSX]([A-Z]|\b))/i.test(label) && !/^(one|uni|eu)/i.test(label) ? 'an' : 'a';
  return { before: `${article} ${label}`, last4 };
}
