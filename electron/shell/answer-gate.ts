import { leastSeenMs, type SeenTime, watchSeenTime } from './seen-time.ts';

/** Tells from when on an answer counts. */
export interface AnswerGate {
  /** The window came before the person, or shows something new: the time begins again. */
  restart(): void;
  /** It lost the person's attention, or is closed. */
  stop(): void;
  /** How long until an answer counts, ms; 0: it counts now. */
  waitMs(): number;
}

/** `isAttended`: whether the window is shown and has the focus. `watch`: begins to count the time that it is seen. */
export function createAnswerGate(isAttended: () => boolean, watch: () => SeenTime = watchSeenTime): AnswerGate {
  let seen: SeenTime | null = null;

  function stop(): void {
    seen?.stop();
    seen = null;
  }

  return {
    restart() {
      stop();
      if (isAttended()) seen = watch();
    },
    stop,
    waitMs() {
      if (!isAttended()) stop();
      // Where the system told nothing of the focus, the time begins when it is seen to be there.
      else seen ??= watch();
      return seen === null ? leastSeenMs : Math.max(0, Math.ceil(leastSeenMs - seen.ms()));
    },
  };
}
