/** How long a question has to be before the person, ms: no page times a double click or a held Enter into it. */
export const leastSeenMs = 500;

/** Tells from when on an answer counts. */
export interface AnswerGate {
  /** The window came before the person, or shows something new: the time begins again. */
  restart(): void;
  /** It lost the person's attention. */
  stop(): void;
  /** How long until an answer counts, ms; 0: it counts now. */
  waitMs(): number;
}

/** `isAttended`: whether the window is shown and has the focus. `now`: ms on a clock that nobody sets. */
export function createAnswerGate(isAttended: () => boolean, now: () => number): AnswerGate {
  let since: number | null = null;

  return {
    restart() {
      since = isAttended() ? now() : null;
    },
    stop() {
      since = null;
    },
    waitMs() {
      if (!isAttended()) since = null;
      // Where the system told nothing of the focus, the time begins when it is seen to be there.
      else since ??= now();
      return since === null ? leastSeenMs : Math.max(0, Math.ceil(since + leastSeenMs - now()));
    },
  };
}
