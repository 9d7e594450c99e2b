import type { CallError } from '../vault-client.ts';
import type { ErrorPlace } from './answering.ts';
import { closeToastsAbout, notifyError, type Toast } from './toast-store.ts';

/** What an error in the corner is about. */
export interface About {
  /** What was to be done, as "copy k1": what is said of an earlier try leaves with the next one. */
  readonly name: string;
  /** The key, project or file that it is about: what is said of it leaves when that is gone. */
  readonly subject?: string;
  /** Whether its error leaves with the view; it does where nothing is said. */
  readonly ofView?: boolean;
  /** What can be pressed next to the error. */
  readonly remedy?: (error: CallError) => Toast['action'];
}

/** The messages in the corner, as the place of a call's errors. */
export function inCorner({ name, subject, ofView = true, remedy }: About): ErrorPlace {
  const about = subject === undefined ? [name] : [name, subject];
  return {
    show: (error) => notifyError(error, { about, ofView, action: remedy?.(error) }),
    clear: () => closeToastsAbout(name),
  };
}
