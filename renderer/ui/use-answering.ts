import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Answer, CallError } from '../vault-client.ts';
import { createAnswering, type ErrorPlace, type Then } from './answering.ts';

type Call<B, T> = (clavis: B) => Promise<Answer<T>>;

/** The calls of a view, and what it shows of them. */
export interface Calls<B> {
  /** One is under way, for so long that the person is told. */
  readonly isPending: boolean;
  /** Why the last one failed. Where the view does not read it, and names no other place, its errors are shown in the corner. */
  readonly error: CallError | null;
  readonly run: <T>(call: Call<B, T>, then?: Then<T>) => void;
  readonly read: <T>(call: Call<B, T>, then?: Then<T>) => void;
  readonly reset: () => void;
}

/** What the page of a window has for its calls. */
export interface PageOfCalls<B> {
  readonly ask: <T>(call: Call<B, T>) => Promise<Answer<T>>;
  readonly isLocked: () => boolean;
  /** Shows an error that no view shows. */
  readonly notify: (error: CallError) => void;
}

/** See `Answering`, which decides; its functions stay the same from frame to frame. */
export function useAnswering<B>(page: PageOfCalls<B>, place?: ErrorPlace): Calls<B> {
  const [isPending, onPending] = useState(false);
  const [ownError, setOwnError] = useState<CallError | null>(null);
  const isErrorRead = useRef(false);
  const given = useRef(place);
  useLayoutEffect(() => {
    given.current = place;
  });
  const [{ bound, mount }] = useState(() => {
    const { ask, notify, isLocked } = page;
    const own: ErrorPlace = {
      show(failure) {
        if (isErrorRead.current) setOwnError(failure);
        else notify(failure);
      },
      clear: () => setOwnError(null),
    };
    const answering = createAnswering({ place: () => given.current ?? own, notify, isLocked, onPending });
    const functions: Pick<Calls<B>, 'run' | 'read' | 'reset'> = {
      run: (call, then) => answering.run(() => ask(call), then),
      read: (call, then) => answering.read(() => ask(call), then),
      reset: answering.reset,
    };
    return { bound: functions, mount: answering.mount };
  });
  useEffect(() => mount(), [mount]);
  return {
    ...bound,
    isPending,
    get error() {
      isErrorRead.current = true;
      return ownError;
    },
  };
}
