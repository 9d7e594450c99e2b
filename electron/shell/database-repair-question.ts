import { language } from '../messages/languages.ts';
import { factsInWords } from '../messages/reason-text.ts';
import type { VaultError } from '../vault/errors.ts';

/** What a damaged vault could be rebuilt from. Times in ms since the epoch. */
export interface RepairOffer {
  readonly copy: { readonly at: number } | null;
  /** How many copies can't be used. */
  readonly spoilt: number;
}

const quit = 0;
const rebuild = 1;

/** The question whether to rebuild a damaged vault, and the number of the button that says yes. Quitting changes nothing. */
export function repairQuestion(
  { copy, spoilt }: RepairOffer,
  { details }: VaultError,
): { question: Electron.MessageBoxOptions; rebuild: number } {
  const words = language.start.repair;
  const { file = '', reason = '' } = factsInWords(details);
  const copiedAt = copy?.at ?? null;
  return {
    rebuild,
    question: {
      type: 'warning',
      message: words.message,
      detail: words.detail({ file: `${file}`, reason: `${reason}`, spoilt, copiedAt }),
      buttons: [words.quit, words.rebuild(copiedAt)],
      defaultId: quit,
      cancelId: quit,
      noLink: true,
    },
  };
}
