import type { Palette } from './palette.ts';
import type { Questions } from './questions.ts';
import type { MainWindow } from './window.ts';

/** Every window of the app. */
export interface Windows {
  readonly main: MainWindow;
  readonly palette: Palette;
  readonly questions: Questions;
}
