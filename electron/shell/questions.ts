import { createDialogs, type Dialogs } from './dialogs.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { type QuestionFrameOptions, questionFrames } from './question-frame.ts';
import { createQuestionWindow, type QuestionWindow } from './question-window.ts';

/** Everything that main asks the person, one at a time. */
export interface Questions {
  /** Native ones. */
  readonly dialogs: Dialogs;
  /** For what a native dialog can't show. */
  readonly window: QuestionWindow;
  /** What is asked just now counts as closed without a choice. */
  callOff(): void;
  /** The app quits: nothing is asked from now on. */
  end(): void;
}

export function createQuestions(options: QuestionFrameOptions): Questions {
  const only = createOneAtATime();
  const window = createQuestionWindow({ only, openFrame: questionFrames(options) });
  return { dialogs: createDialogs(options.window, only, window), window, callOff: only.callOff, end: only.end };
}
