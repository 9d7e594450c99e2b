import { randomUUID } from 'node:crypto';
import { language } from '../messages/languages.ts';
import { messageOf } from '../messages/message-of.ts';
import type { VaultError } from '../vault/errors.ts';
import type { PassphrasePurpose, UnlockPurpose } from '../vault/passphrase-vault-port.ts';
import type { Secret } from '../vault/secret.ts';
import { cutLabel, questionPath, replaceUnseen } from '../vault/shown-text.ts';
import {
  isChoiceOf,
  type LeavingKey,
  type ShownLeavingKey,
  type WriteChoice,
  type WriteFile,
  type WriteLine,
  type WriteQuestion,
} from '../vault/write-question.ts';
import { type AnswerGate, createAnswerGate } from './answer-gate.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type {
  AnswerOutcome,
  GivenAnswer,
  OpenQuestionFrame,
  Question,
  QuestionFrame,
  ShownQuestion,
} from './question.ts';
import type { SeenTime } from './seen-time.ts';

/** In characters: what git or the system said may be long. */
const longestReason = 400;

/** How often the passphrase of a backup can be typed before it is not saved. */
const mostTries = 3;

/** Questions in a window that main owns: no page of the vault can reach, press or close it (invariant 2). */
export interface QuestionWindow {
  /**
   * Takes no choice but one that the question offers. Null for a no, closed, locked or called off.
   * @throws DIALOG_OPEN, ASKED_TOO_OFTEN
   */
  askWrite(question: WriteQuestion): Promise<WriteChoice | null>;
  /** Asks until `isRight` takes what was typed; false after three that it doesn't, or a no. @throws DIALOG_OPEN */
  askPassphrase(file: string, isRight: (typed: Secret) => Promise<boolean>): Promise<boolean>;
  /** Says what a passphrase vault protects, and takes a new passphrase; null for a no. @throws DIALOG_OPEN, ASKED_TOO_OFTEN */
  askNewPassphrase(purpose: PassphrasePurpose): Promise<Secret | null>;
  /**
   * Asks for the passphrase until it `unlock`s, with its pauses after wrong ones; false for a no.
   * @throws DIALOG_OPEN, ASKED_TOO_OFTEN, and what `unlock` throws
   */
  askUnlock(purpose: UnlockPurpose, vault: UnlockedByPassphrase): Promise<boolean>;
  isOpen(): boolean;
  /** Whether this `webContents` is the page of what is asked now. */
  isPage(contentsId: number): boolean;
  /** For its page; null: there is nothing to show any more. */
  get(): ShownQuestion | null;
  /** From its page: counts only while the window has the person's attention, and has had it for a moment. */
  answer(given: GivenAnswer): Promise<AnswerOutcome>;
}

export interface UnlockedByPassphrase {
  /** How long until the next passphrase is tried, ms. */
  pauseMs(): number;
  unlock(passphrase: Secret): Promise<boolean>;
}

export interface QuestionWindowOptions {
  readonly only: OneAtATime;
  readonly openFrame: OpenQuestionFrame;
  /** Begins to count the time that a question is seen. */
  readonly watch?: () => SeenTime;
}

/** What becomes of an answer that is no "no": it ends the question, leads to the next one, or is not one to it. */
type Verdict<T> = { readonly ends: T | null } | { readonly asks: Question } | 'not-shown';
type Judge<T> = (given: GivenAnswer) => Promise<Verdict<T>>;

interface Open {
  questionId: string;
  question: Question;
  /** What was typed is being tried. */
  isTrying: boolean;
  readonly gate: AnswerGate;
  /** How long until an answer counts, ms. */
  waitMs(): number;
  readonly frame: QuestionFrame;
  take(given: GivenAnswer): Promise<AnswerOutcome>;
  /** Closes it without a choice. */
  dismiss(): void;
}

export function createQuestionWindow(options: QuestionWindowOptions): QuestionWindow {
  const { only, openFrame, watch } = options;
  let open: Open | null = null;

  function ask<T>(question: Question, judge: Judge<T>, pauseMs: () => number = () => 0): Promise<T | null> {
    return only.ask<T>(
      (signal) =>
        new Promise((resolve, reject) => {
          const end = (answer: T | null): void => {
            if (open === opened) open = null;
            gate.stop();
            frame.close();
            resolve(answer);
          };
          const dismiss = (): void => end(null);
          const frame = openFrame(question, {
            attended: () => gate.restart(),
            unattended: () => gate.stop(),
            gone: dismiss,
          });
          const gate = createAnswerGate(() => frame.isAttended(), watch);
          const opened: Open = {
            questionId: randomUUID(),
            question,
            isTrying: false,
            gate,
            waitMs: () => Math.max(gate.waitMs(), pauseMs()),
            frame,
            dismiss,
            async take(given) {
              opened.isTrying = true;
              try {
                const verdict = await judge(given);
                if (verdict === 'not-shown') {
                  opened.isTrying = false;
                  return 'not-shown';
                }
                if ('ends' in verdict) end(verdict.ends);
                else {
                  Object.assign(opened, { questionId: randomUUID(), question: verdict.asks, isTrying: false });
                  gate.restart();
                }
              } catch (error) {
                reject(error);
                dismiss();
              }
              return 'counted';
            },
          };
          signal.addEventListener('abort', dismiss);
          open = opened;
        }),
      () => open?.frame.toFront(),
    );
  }

  return {
    askWrite(question) {
      const { purpose, leaving, files } = question;
      const shown = { purpose, leaving: leaving && plainKey(leaving), files: files.map(plainFile) };
      return ask<WriteChoice>({ kind: 'write', ...shown }, async (given) =>
        given.kind === 'write' && isChoiceOf(shown, given) ? { ends: { files: given.files } } : 'not-shown',
      );
    },

    async askPassphrase(file, isRight) {
      let triesLeft = mostTries;
      const asked = (): Question => ({
        kind: 'passphrase',
        file: replaceUnseen(file),
        wrong: triesLeft < mostTries,
        triesLeft,
      });
      const opened = await ask<true>(asked(), async (given) => {
        if (given.kind === 'passphrase' && (await isRight(given.passphrase))) return { ends: true };
        triesLeft -= 1;
        return triesLeft > 0 ? { asks: asked() } : { ends: null };
      });
      return opened === true;
    },

    askNewPassphrase: (purpose) =>
      ask<Secret>({ kind: 'new-passphrase', purpose }, async (given) =>
        given.kind === 'new-passphrase' ? { ends: given.passphrase } : 'not-shown',
      ),

    async askUnlock(purpose, { pauseMs, unlock }) {
      const asked = (wrong: boolean): Question => ({ kind: 'unlock', purpose, wrong });
      const opened = await ask<true>(
        asked(false),
        async (given) => {
          if (given.kind !== 'unlock') return 'not-shown';
          return (await unlock(given.passphrase)) ? { ends: true } : { asks: asked(true) };
        },
        pauseMs,
      );
      return opened === true;
    },

    isOpen: () => open !== null,
    isPage: (contentsId) => open?.frame.contentsId === contentsId,

    get: () => open && { ...open.question, questionId: open.questionId, waitMs: open.waitMs() },

    async answer(given) {
      const asked = open;
      if (asked === null || asked.questionId !== given.questionId) return 'not-shown';
      if (!asked.frame.isAttended()) return 'not-attended';
      if (asked.gate.waitMs() > 0) return 'too-early';
      if (given.kind === 'no') {
        asked.dismiss();
        return 'counted';
      }
      if (asked.waitMs() > 0) return 'too-early';
      if (given.kind !== asked.question.kind || asked.isTrying) return 'not-shown';
      return asked.take(given);
    },
  };
}

function plainKey({ name, isInTrash, before, ...value }: LeavingKey): ShownLeavingKey {
  const about = replaceUnseen(language.aboutValue(value));
  return { isInTrash, name: replaceUnseen(name), before: plain(before), about };
}

/** Names hold what other programs and pages put into them. */
function plainFile(file: WriteFile): WriteFile<string> {
  return {
    ...file,
    project: replaceUnseen(file.project),
    file: replaceUnseen(file.file),
    root: replaceUnseen(questionPath(file.root)),
    blocked: reasonOf(file.blocked),
    lines: file.lines.map(plainLine),
  };
}

function plainLine(line: WriteLine): WriteLine<string> {
  return {
    ...line,
    envVar: replaceUnseen(line.envVar),
    key: plain(line.key),
    keyBefore: plain(line.keyBefore),
    there: line.there && { ...line.there, last4: plain(line.there.last4) },
    last4: plain(line.last4),
    blocked: reasonOf(line.blocked),
  };
}

/** Why something can’t be written, as a person reads it before it is tried. */
function reasonOf(error: VaultError | null): string | null {
  return error && cutLabel(language.blocked(messageOf(error)), longestReason);
}

function plain(text: string | null): string | null {
  return text === null ? null : replaceUnseen(text);
}
