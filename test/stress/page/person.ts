import { createOneAtATime } from '../../../electron/shell/one-at-a-time.ts';
import type { Clock, Consent } from '../../../electron/vault/ports.ts';
import type { WriteLine } from '../../../electron/vault/write-question.ts';
import { chooseLines, everything } from '../../support/write-choices.ts';

const minuteMs = 60_000;

/**
 * The person, who closes every question without a choice, behind the app's own queue of questions. Of a write they choose the
 * lines that any window's page could add or renew before there was a question, and those that are asked about for their values
 * alone, so that values of every form come into files; nothing else.
 */
export interface Dismisser {
  readonly consent: Consent;
  /** The most questions that came up within one minute. */
  mostAMinute(): number;
}

export function createDismisser(clock: Clock): Dismisser {
  const only = createOneAtATime(clock.now);
  const times: number[] = [];
  const close = async (): Promise<boolean> => {
    await only.ask(async () => {
      times.push(clock.now());
      return null;
    });
    return false;
  };
  return {
    consent: {
      ask: close,
      askWrite: async (question) => {
        const chosen = chooseLines(question, (line, file) => (isHarmless(line) ? everything(line, file) : null));
        if (chosen === null) await close();
        return chosen;
      },
      confirmPassphrase: close,
    },
    mostAMinute: () =>
      Math.max(0, ...times.map((from, at) => times.slice(at).findLastIndex((time) => time - from < minuteMs) + 1)),
  };
}

function isHarmless({ foreign, note }: WriteLine): boolean {
  return !foreign && note === null;
}
