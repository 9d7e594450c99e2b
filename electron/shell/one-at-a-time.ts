import { vaultError } from '../vault/errors.ts';

/** After a question that was closed without a choice: nobody asks on purpose again so soon. */
const pauseMs = 1_000;

/** The one owner of what main asks: native dialogs and the question window never stand open together. */
export interface OneAtATime {
  /**
   * Shows one question, which ends when the signal is aborted at the latest. Null: it was closed without a choice, or does
   * not count any more. @throws DIALOG_OPEN where another one is open, or was closed without a choice just now
   */
  ask<T>(show: (signal: AbortSignal) => Promise<T | null>): Promise<T | null>;
  /** What is asked just now counts as closed without a choice; a question closes, a choice of files may stay. */
  callOff(): void;
  /** The app quits: nothing is asked from now on. */
  end(): void;
}

/** `now`: ms on a clock that nobody sets. */
export function createOneAtATime(now: () => number = () => performance.now()): OneAtATime {
  let open: AbortController | null = null;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let isOver = false;

  return {
    async ask(show) {
      if (isOver) return null;
      if (open !== null || now() < quietUntil) throw vaultError('DIALOG_OPEN');
      open = new AbortController();
      const { signal } = open;
      try {
        const answer = await show(signal);
        if (answer === null) quietUntil = now() + pauseMs;
        return signal.aborted ? null : answer;
      } finally {
        open = null;
      }
    },
    callOff: () => open?.abort(),
    end() {
      isOver = true;
      open?.abort();
    },
  };
}
