import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isCommand } from '../tasks/programs.ts';

const run = promisify(execFile);
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
/** Types a password. */
export const typing =
  (password: string): Answer =>
  (window) => ['windowfocus', '--sync', window, 'type', '--args', '1', password, 'key', 'Return'];
/** A click on the first row, which then is not selected, before “Allow Selected”. */
export const allowAllButFirst: Answer = (window) => [
  ...['mousemove', '--sync', '--window', window, '60', '60', 'click', '1', 'sleep', '0.3'],
  ...allow(window),
];

/** The person before a keychain that asks. */
export interface AccessQuestions {
  /** How many windows asked so far. */
  asked(): number;
  /** From now on each is answered so; null: it is left open. */
  answerBy(answer: Answer | null): void;
  stop(): Promise<void>;
}

/** Answers each window of this title (a pattern) on the display, once; at first by `allow`. */
export function answerAccessQuestions(display: string, title = aboutEntries): AccessQuestions {
  const env = { ...process.env, DISPLAY: display };
  const open = new Set<string>();
  const answered = new Set<string>();
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
        if (answer === null || answered.has(window)) continue;
        answered.add(window);
        await xdotool(...answer(window));
      }
      await delay(100);
    }
  }
  const watching = watch();
  return {
    asked: () => asked,
    answerBy(next) {
      answer = next;
    },
    async stop() {
      isStopped = true;
      await watching;
    },
  };
}
