import { createOneAtATime } from '../../../electron/shell/one-at-a-time.ts';
import type { Clock, Consent } from '../../../electron/vault/ports.ts';

const minuteMs = 60_000;

/** The person, who closes every question without a choice, behind the app's own queue of questions. */
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
    consent: { ask: close, askWrite: close, confirmPassphrase: close },
    mostAMinute: () =>
      Math.max(0, ...times.map((from, at) => times.slice(at).findLastIndex((time) => time - from < minuteMs) + 1)),
  };
}
