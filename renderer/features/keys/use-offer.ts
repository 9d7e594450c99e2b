import { useCallback, useEffect, useState } from 'react';
import { ask, type CallError, type ClipboardOffer } from '../../vault-client.ts';

export interface OfferState {
  /** undefined: not answered yet; null: nothing there that looks like a key. */
  readonly offer: ClipboardOffer | null | undefined;
  readonly error: CallError | null;
  readonly read: () => void;
}

/** What the clipboard seems to hold; read when `wanted`, and again each time the window gets the focus. */
export function useOffer(wanted: boolean): OfferState {
  const [offer, setOffer] = useState<ClipboardOffer | null>();
  const [error, setError] = useState<CallError | null>(null);

  const read = useCallback(() => {
    void ask((clavis) => clavis.keys.offer({})).then((answer) => {
      setError(answer.ok ? null : answer.error);
      setOffer(answer.ok ? answer.value : null);
    });
  }, []);

  useEffect(() => {
    if (!wanted) return;
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [wanted, read]);

  return { offer, error, read };
}

/** "an OpenAI project key ending in 3f9A"; the article by the sound of what follows. */
export function sayOffer({ label, last4 }: ClipboardOffer): { before: string; last4: string | null } {
  const article = /^([aeio]|[FLMNRSX]([A-Z]|\b))/i.test(label) && !/^(one|uni|eu)/i.test(label) ? 'an' : 'a';
  return { before: `${article} ${label}`, last4 };
}
