import type { Answer } from '../electron/ipc/contract.ts';
import * as words from '../electron/messages/window.ts';

/**
 * What main answers to a call. There is always one: where the message itself could not get through (main is shutting down), it is
 * an error like any other.
 */
export async function answerOf<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call();
  } catch {
    // Main is gone: there is nobody to say why.
    return {
      ok: false,
      error: {
        code: 'INTERNAL',
        message: words.trouble.noAnswer,
        details: {},
      },
    };
  }
}
