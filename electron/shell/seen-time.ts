/** How long a question has to be before the person, ms: no page times a double click or a held Enter into it. */
export const leastSeenMs = 500;

const tickMs = 50;
/** What one look adds at most, ms. */
const mostAtOnce = 250;

/** For how long something was before a person. */
export interface SeenTime {
  /** ms so far. */
  ms(): number;
  stop(): void;
}

/**
 * Counts from now on the time in which main would have heard an answer. While a page holds main up, a click waits, and would
 * look as if it came after that: such a time counts as one moment. `now`: ms on a clock that nobody sets.
 */
export function watchSeenTime(now: () => number = () => performance.now()): SeenTime {
  let seen = 0;
  let last = now();
  const look = (): void => {
    const at = now();
    seen += Math.min(at - last, mostAtOnce);
    last = at;
  };
  const timer = setInterval(look, tickMs);
  return {
    ms() {
      look();
      return seen;
    },
    stop: () => clearInterval(timer),
  };
}

/** What the person chose, where it stood before them for long enough; else null, as if it was closed without a choice. */
export async function chosenInTime<T>(show: () => Promise<T | null>): Promise<T | null> {
  const seen = watchSeenTime();
  try {
    const chosen = await show();
    return seen.ms() < leastSeenMs ? null : chosen;
  } finally {
    seen.stop();
  }
}
