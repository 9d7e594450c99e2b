import { vaultError } from './errors.ts';

/** Does `ask`, which reads files and then asks the person. @throws DIALOG_OPEN while an earlier one is under way */
export type OneQuestion = <T>(ask: () => Promise<T>) => Promise<T>;

/** One at a time: a page that asks again and again makes no files be read for nothing. */
export function createOneQuestion(): OneQuestion {
  let isAsking = false;
  return async (ask) => {
    if (isAsking) throw vaultError('DIALOG_OPEN');
    isAsking = true;
    try {
      return await ask();
    } finally {
      isAsking = false;
    }
  };
}
