import type { Diagnostics } from '../vault/diagnostics.ts';

/**
 * Notes what nobody caught, and goes on: Node and Electron would show its message, on the terminal or in a dialog, and that may
 * quote a value (invariant 1). The returned function has a listener told of each from now on.
 */
export function noteProcessFailures({ report }: Diagnostics): (listener: (error: unknown) => void) => void {
  let tell: (error: unknown) => void = () => {};

  function note(error: unknown): void {
    report('process', error);
    try {
      tell(error);
    } catch (again) {
      // A window that can't be told: what happened is written down.
      report('process', again);
    }
  }

  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  return (listener) => {
    tell = listener;
  };
}
