import { useEffect, useEffectEvent, useState } from 'react';
import { useCall } from '../../ui/use-call.ts';
import type { CallError, VaultCall } from '../../vault-client.ts';

export interface DialogQuery<T> {
  /** null until it is read, and where that failed. */
  readonly value: T | null;
  /** Why it could not be read, or what was to be done about it failed. */
  readonly error: CallError | null;
  /** Something is done about it. */
  readonly isPending: boolean;
  /** Reads again. */
  readonly look: () => void;
  /** Puts in what a call gave in place of what was read. */
  readonly put: (value: T) => void;
  /** Does something about it, one at a time. */
  readonly act: ReturnType<typeof useCall>['run'];
}

/** What a dialog looks at before it does something: read when it opens, and again on request. */
export function useDialogQuery<T>(read: VaultCall<T>): DialogQuery<T> {
  const [value, setValue] = useState<T | null>(null);
  const reading = useCall();
  const acting = useCall();

  /** Only now, so that no button takes the place of the one that was pressed while it still is. */
  function put(found: T | null): void {
    acting.reset();
    setValue(found);
  }
  const look = (): void => reading.read(read, { next: put, failed: () => put(null) });
  const lookFirst = useEffectEvent(look);
  useEffect(() => lookFirst(), []);

  return {
    value,
    error: acting.error ?? reading.error,
    isPending: acting.isPending,
    look,
    put: setValue,
    act: acting.run,
  };
}
