import { createOneAtATime } from '../../../electron/shell/one-at-a-time.ts';
import type { Clock, Consent } from '../../../electron/vault/ports.ts';
import type { WriteQuestion } from '../../../electron/vault/write-question.ts';
import { chooseLines, everything } from '../../support/write-choices.ts';

const minuteMs = 60_000;

/**
 * The person, who closes every question without a choice, behind the app's own queue of questions. A write that is asked
 * about for its values alone is agreed to, so that values of every form come into files.
 */
export interface Dismisser {
  readonly consent: Consent;
  /** Agrees, while this work lasts, to the permanent deletion that it asks about, and to nothing else. */
  deletingPermanently<T>(work: () => Promise<T>): Promise<T>;
  /** The most questions that came up within one minute. */
  mostAMinute(): number;
}

export function createDismisser(clock: Clock): Dismisser {
  const only = createOneAtATime(clock.now);
  const times: number[] = [];
  let deletes = false;
  const close = async (): Promise<boolean> => {
    await only.ask(async () => {
      times.push(clock.now());
      return null;
    });
    return false;
  };
  return {
    consent: {
      ask: async ({ kind }) => (deletes && (kind === 'deletePermanently' || kind === 'emptyTrash')) || close(),
      askWrite: async (question) => {
        if (isOfValuesAlone(question)) return chooseLines(question, everything);
        await close();
        return null;
      },
      confirmPassphrase: close,
      choosePassphrase: async () => null,
      confirmVault: close,
    },
    async deletingPermanently(work) {
      deletes = true;
      try {
        return await work();
      } finally {
        deletes = false;
      }
    },
    mostAMinute: () =>
      Math.max(0, ...times.map((from, at) => times.slice(at).findLastIndex((time) => time - from < minuteMs) + 1)),
  };
}

function isOfValuesAlone({ files }: WriteQuestion): boolean {
  const lines = files.flatMap((file) => file.lines);
  return lines.some(({ couldRun }) => couldRun) && lines.every(({ foreign, note }) => !foreign && note === null);
}
