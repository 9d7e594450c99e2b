import { randomUUID } from 'node:crypto';
import type { WriteQuestion } from '../vault/ports.ts';
import type { Secret } from '../vault/secret.ts';
import { questionPath, replaceUnseen } from '../vault/shown-text.ts';
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

/** How often the passphrase of a backup can be typed before it is not saved. */
const mostTries = 3;

/** Questions in a window that main owns: no page of the vault can reach, press or close it (invariant 2). */
export interface QuestionWindow {
  /** False for a no, closed, locked or called off. @throws DIALOG_OPEN */
  askWrite(question: WriteQuestion): Promise<boolean>;
  /** Asks until `isRight` takes what was typed; false after three that it doesn't, or a no. @throws DIALOG_OPEN */
  askPassphrase(file: string, isRight: (typed: Secret) => Promise<boolean>): Promise<boolean>;
  isOpen(): boolean;
  /** Whether this `webContents` is the page of what is asked now. */
  isPage(contentsId: number): boolean;
  /** For its page; null: there is nothing to show any more. */
  get(): ShownQuestion | null;
  /** From its page: counts only while the window has the person's attention, and has had it for a moment. */
  answer(given: GivenAnswer): Promise<AnswerOutcome>;
}

export interface QuestionWindowOptions {
  readonly only: OneAtATime;
  readonly openFrame: OpenQuestionFrame;
  /** Begins to count the time that a question is seen. */
  readonly watch?: () => SeenTime;
}

/** What becomes of an answer that is no "no": agreed or over, or the next thing to ask. */
type Judge = (given: GivenAnswer) => Promise<boolean | Question>;

interface Open {
  questionId: string;
  question: Question;
  /** What was typed is being tried. */
  isTrying: boolean;
  readonly gate: AnswerGate;
  readonly frame: QuestionFrame;
  take(given: GivenAnswer): Promise<void>;
  end(agreed: boolean): void;
}

export function createQuestionWindow(options: QuestionWindowOptions): QuestionWindow {
  const { only, openFrame, watch } = options;
  let open: Open | null = null;

  async function ask(question: Question, judge: Judge): Promise<boolean> {
    const agreed = await only.ask<true>(
      (signal) =>
        new Promise((resolve, reject) => {
          const end = (yes: boolean): void => {
            if (open === opened) open = null;
            gate.stop();
            frame.close();
            resolve(yes ? true : null);
          };
          const frame = openFrame(question, {
            attended: () => gate.restart(),
            unattended: () => gate.stop(),
            gone: () => end(false),
          });
          const gate = createAnswerGate(() => frame.isAttended(), watch);
          const opened: Open = {
            questionId: randomUUID(),
            question,
            isTrying: false,
            gate,
            frame,
            end,
            async take(given) {
              opened.isTrying = true;
              try {
                const verdict = await judge(given);
                if (typeof verdict === 'boolean') return end(verdict);
                Object.assign(opened, { questionId: randomUUID(), question: verdict, isTrying: false });
                gate.restart();
              } catch (error) {
                reject(error);
                end(false);
              }
            },
          };
          signal.addEventListener('abort', () => end(false));
          open = opened;
        }),
      () => open?.frame.toFront(),
    );
    return agreed === true;
  }

  return {
    askWrite: ({ files }) => ask({ kind: 'write', files: files.map(plainFile) }, async () => true),

    askPassphrase(file, isRight) {
      let triesLeft = mostTries;
      const asked = (): Question => ({
        kind: 'passphrase',
        file: replaceUnseen(file),
        wrong: triesLeft < mostTries,
        triesLeft,
      });
      return ask(asked(), async (given) => {
        if (given.kind === 'passphrase' && (await isRight(given.passphrase))) return true;
        triesLeft -= 1;
        return triesLeft > 0 && asked();
      });
    },

    isOpen: () => open !== null,
    isPage: (contentsId) => open?.frame.contentsId === contentsId,

    get: () => open && { ...open.question, questionId: open.questionId, waitMs: open.gate.waitMs() },

    async answer(given) {
      const asked = open;
      if (asked === null || asked.questionId !== given.questionId) return 'not-shown';
      if (!asked.frame.isAttended()) return 'not-attended';
      if (asked.gate.waitMs() > 0) return 'too-early';
      if (given.kind === 'no') {
        asked.end(false);
        return 'counted';
      }
      if (given.kind !== asked.question.kind || asked.isTrying) return 'not-shown';
      await asked.take(given);
      return 'counted';
    },
  };
}

/** Names hold what other programs and pages put into them. */
function plainFile({ project, file, root, lines }: WriteQuestion['files'][number]) {
  return {
    project: replaceUnseen(project),
    file: replaceUnseen(file),
    root: replaceUnseen(questionPath(root)),
    lines: lines.map((line) => ({
      ...line,
      envVar: replaceUnseen(line.envVar),
      key: line.key === null ? null : replaceUnseen(line.key),
      keyBefore: line.keyBefore === null ? null : replaceUnseen(line.keyBefore),
      last4: line.last4 === null ? null : replaceUnseen(line.last4),
    })),
  };
}
