import type { Answer, CallError } from '../vault-client.ts';
import { isSilent } from './silent-errors.ts';

/** How long a call is under way until the person is told, in ms: what is shorter would only flicker. */
const pendingAfterMs = 100;

/** Where the errors of a call are shown. */
export interface ErrorPlace {
  readonly show: (error: CallError) => void;
  /** What it shows is over: before the next try, and when a reading succeeds. */
  readonly clear: () => void;
}

/** What follows from an answer. */
export interface Then<T> {
  /** What is so now, wherever the person is: it is said, a draft is dropped. Also where the view is gone. */
  readonly done?: (value: T) => void;
  /** What the view does then, such as closing itself. Only while it is shown. */
  readonly next?: (value: T) => void;
  /** After the error is shown, or was one that is not. Only while the view is shown. */
  readonly failed?: (error: CallError) => void;
}

type Call<T> = () => Promise<Answer<T>>;

/** The calls of one view. What is decided here about their answers is in docs/architecture.md, "How a view calls main". */
export interface Answering {
  /** Does something, one at a time: while one is under way, the next is not sent. */
  readonly run: <T>(call: Call<T>, then?: Then<T>) => void;
  /** Reads something to show. The newest counts: what an older one brings is left out. */
  readonly read: <T>(call: Call<T>, then?: Then<T>) => void;
  /** Begins again: what is under way counts for nothing here, and no error is shown. */
  readonly reset: () => void;
  /** The view is shown from now on; returns what ends that. */
  readonly mount: () => () => void;
}

interface Around {
  readonly place: () => ErrorPlace;
  /** Shows an error whose view is gone. */
  readonly notify: (error: CallError) => void;
  readonly isLocked: () => boolean;
  readonly onPending: (isPending: boolean) => void;
}

export function createAnswering({ place, notify, isLocked, onPending }: Around): Answering {
  let newest = 0;
  let isRunning = false;
  let isShown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function rest(): void {
    clearTimeout(timer);
    timer = undefined;
    isRunning = false;
    onPending(false);
  }

  /** `miss`: shows an error that came too late to be shown in its view. */
  async function answer<T>(call: Call<T>, then: Then<T>, miss: (error: CallError) => void): Promise<void> {
    newest += 1;
    const mine = newest;
    const wasLocked = isLocked();
    timer ??= setTimeout(() => onPending(true), pendingAfterMs);
    const given = await call();
    const isOurs = mine === newest && isShown;
    if (mine === newest) rest();
    // Locked meanwhile: no word of it, for it names keys. Main keeps what was done; unlocked, the window reads how it is.
    if (isLocked() && !wasLocked) return;
    if (given.ok) {
      if (isOurs) place().clear();
      then.done?.(given.value);
      if (isOurs) then.next?.(given.value);
      return;
    }
    const show = isOurs ? place().show : miss;
    if (!isSilent(given.error)) show(given.error);
    if (isOurs) then.failed?.(given.error);
  }

  return {
    run(call, then = {}) {
      if (isRunning) return;
      isRunning = true;
      place().clear();
      void answer(call, then, notify);
    },
    // A reading that nobody waits for any more has nothing to say.
    read: (call, then = {}) => void answer(call, then, () => {}),
    reset() {
      newest += 1;
      rest();
      place().clear();
    },
    mount() {
      isShown = true;
      return () => {
        isShown = false;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
