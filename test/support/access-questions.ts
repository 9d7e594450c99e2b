import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isCommand } from '../tasks/programs.ts';

const run = promisify(execFile);
/** In ms: a window that was not yet ready for keys is answered again, as a person would. */
const againMs = 4_000;
/** The windows in which KeePassXC asks about entries. */
const aboutEntries = 'Access Request|Delete entry';

/** Whether a window that asks can be opened and answered here. */
export const canType = ['Xvfb', 'xdotool'].every(isCommand);
/** Whether a KeePassXC that asks can be started and answered here. */
export const canAnswer = canType && isCommand('keepassxc');

/** What a person does in the window that asks, in xdotool's words: real input to the X server. */
export type Answer = (window: string) => readonly string[];

const press =
  (key: string): Answer =>
  (window) => ['windowfocus', '--sync', window, 'key', key];
/** “Allow Selected”, with “Remember” ticked. */
export const allow = press('Return');
/** Closes the question. */
export const dismiss = press('Escape');
/** Types a password, in the place of whatever stands there. */
export const typing =
  (password: string): Answer =>
  (window) => ['windowfocus', '--sync', window, 'key', 'ctrl+a', 'type', '--args', '1', password, 'key', 'Return'];
/** A click on the first row, which then is not selected, before “Allow Selected”. */
export const allowAllButFirst: Answer = (window) => [
  ...['mousemove', '--sync', '--window', window, '60', '60', 'click', '1', 'sleep', '0.3'],
  ...allow(window),
];

/** The person before a keychain that asks. */
export interface AccessQuestions {
  /** How many windows asked so far. */
  asked(): number;
  /** Whether a window is open as far as the person saw: one that opens again before that was seen to close counts as one. */
  isOpen(): boolean;
  /** From now on each is answered so; null: it is left open. */
  answerBy(answer: Answer | null): void;
  stop(): Promise<void>;
}

/** Answers each window of this title (a pattern) on the display until it closes; at first by `allow`. */
export function answerAccessQuestions(display: string, title = aboutEntries): AccessQuestions {
  const env = { ...process.env, DISPLAY: display };
  const open = new Set<string>();
  /** When, by the clock of `performance`. */
  const answered = new Map<string, number>();
  let asked = 0;
  let answer: Answer | null = allow;
  let isStopped = false;
  const xdotool = (...words: string[]) =>
    run('xdotool', words, { env }).then(
      ({ stdout }) => stdout,
      // Exit 1: there is no such window, or not any more.
      () => '',
    );

  async function watch(): Promise<void> {
    while (!isStopped) {
      const windows = (await xdotool('search', '--onlyvisible', '--name', title)).split('\n');
      // The X server gives a number again once its program has ended.
      for (const gone of [...open].filter((one) => !windows.includes(one))) {
        open.delete(gone);
        answered.delete(gone);
      }
      for (const window of windows) {
        if (window === '') continue;
        if (!open.has(window)) asked += 1;
        open.add(window);
        const now = performance.now();
        if (answer === null || now - (answered.get(window) ?? -againMs) < againMs) continue;
        answered.set(window, now);
        await xdotool(...answer(window));
      }
      await delay(100);
    }
  }
  const watching = watch();
  return {
    asked: () => asked,
    isOpen: () => open.size > 0,
    answerBy(next) {
      answer = next;
    },
    async stop() {
      isStopped = true;
      await watching;
    },
  };
}
