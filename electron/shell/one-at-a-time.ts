import { setTimeout as wait } from 'node:timers/promises';
import { vaultError } from '../vault/errors.ts';

/** After each question: nobody asks on purpose again so soon, and nobody looks at the next one so soon. */
const pauseMs = 1_000;
const minuteMs = 60_000;
/** So many a minute, and so many that were closed without a choice: more of them are no person's wish. */
const mostAsked = 10;
const mostClosed = 4;

/** The one owner of what main asks: native dialogs and the question window never stand open together. */
export interface OneAtATime {
  /**
   * Shows one question, which ends when the signal is aborted at the latest. Null: it was closed without a choice, or does
   * not count any more. Right after another one that was answered it waits a moment. `toFront` is called where another one is
   * asked for while this one is open: the person sees what to answer first.
   * @throws DIALOG_OPEN where another one is open, or was closed without a choice just now; ASKED_TOO_OFTEN
   */
  ask<T>(show: (signal: AbortSignal) => Promise<T | null>, toFront?: () => void): Promise<T | null>;
  /** What is asked just now counts as closed without a choice; a question closes, a choice of files may stay. */
  callOff(): void;
  /** The app quits: nothing is asked from now on. */
  end(): void;
}

/** `now`: ms on a clock that nobody sets. */
export function createOneAtATime(now: () => number = () => performance.now()): OneAtATime {
  let open: { readonly ending: AbortController; readonly toFront: () => void } | null = null;
  let last: { readonly at: number; readonly wasClosed: boolean } | null = null;
  let asked: readonly number[] = [];
  let closed: readonly number[] = [];
  let isOver = false;
  let shownAgainAt = -pauseMs;

  /** Once a second at most: a page that asks on and on must not keep the focus here. */
  function showOpen(): void {
    if (open === null || now() - shownAgainAt < pauseMs) return;
    shownAgainAt = now();
    open.toFront();
  }

  const pause = (): number => (last === null ? 0 : Math.max(0, last.at + pauseMs - now()));

  function refuseTooOften(): void {
    const recent = (times: readonly number[]): readonly number[] => times.filter((at) => now() - at < minuteMs);
    [asked, closed] = [recent(asked), recent(closed)];
    const free = [
      ...(asked.length >= mostAsked ? asked.slice(0, 1) : []),
      ...(closed.length >= mostClosed ? closed.slice(0, 1) : []),
    ].map((at) => at + minuteMs - now());
    if (free.length > 0) throw vaultError('ASKED_TOO_OFTEN', { seconds: Math.ceil(Math.max(...free) / 1_000) });
  }

  return {
    async ask(show, toFront = () => {}) {
      if (isOver) return null;
      showOpen();
      if (open !== null || (last?.wasClosed === true && pause() > 0)) throw vaultError('DIALOG_OPEN');
      refuseTooOften();
      const ending = new AbortController();
      open = { ending, toFront };
      const { signal } = ending;
      try {
        // It ends early by the signal alone, which is looked at next.
        if (pause() > 0) await wait(pause(), undefined, { signal }).catch(() => {});
        if (signal.aborted) return null;
        asked = [...asked, now()];
        const answer = await show(signal);
        const wasClosed = answer === null || signal.aborted;
        last = { at: now(), wasClosed };
        if (wasClosed) closed = [...closed, now()];
        return wasClosed ? null : answer;
      } finally {
        open = null;
      }
    },
    callOff: () => open?.ending.abort(),
    end() {
      isOver = true;
      open?.ending.abort();
    },
  };
}
