import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { isSilent } from '../../ui/silent-errors.ts';
import { type Answer, ask, type CallError } from '../../vault-client.ts';

type Call<T> = Parameters<typeof ask<T>>[0];

export interface DialogQuery<T> {
  /** null until it is read, and where that failed. */
  readonly value: T | null;
  readonly error: CallError | null;
  readonly busy: boolean;
  /** Reads again. */
  readonly look: () => void;
  /** Puts in what a call gave in place of what was read. */
  readonly put: (value: T) => void;
  /** Does something about it, one at a time; gives what it gave, null where it failed or another is under way. */
  readonly act: <R>(call: Call<R>) => Promise<R | null>;
}

/** What a dialog looks at before it does something: read when it opens, and again on request. */
export function useDialogQuery<T>(read: Call<T>): DialogQuery<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const readNow = useEffectEvent(() => ask(read));

  const take = useCallback((answer: Answer<T>) => {
    setError(answer.ok ? null : answer.error);
    setValue(answer.ok ? answer.value : null);
  }, []);
  useEffect(() => {
    void readNow().then(take);
  }, [take]);

  return {
    value,
    error,
    busy,
    look: () => void ask(read).then(take),
    put: setValue,
    async act(call) {
      if (busy) return null;
      setBusy(true);
      setError(null);
      const answer = await ask(call);
      setBusy(false);
      if (answer.ok) return answer.value;
      if (!isSilent(answer.error)) setError(answer.error);
      return null;
    },
  };
}
