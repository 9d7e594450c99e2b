import { formatLongMoment, formatShortMoment } from '../messages/english/times.ts';
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
  const { file, reason } = details;
  const detail = [
    `${file} can’t be used: ${reason}.`,
    `What there is of it is kept aside in the same folder, and the values in the keychain stay untouched.${spoiltCopies(spoilt)}`,
    copy === null ? withoutCopy : fromCopy(copy.at),
  ];
  return {
    rebuild,
    question: {
      type: 'warning',
      message: 'The vault’s database is damaged',
      detail: detail.join('\n\n'),
      buttons: [
        'Quit',
        copy === null ? 'Start with an empty list' : `Rebuild from the copy of ${formatShortMoment(copy.at)}`,
      ],
      defaultId: quit,
      cancelId: quit,
      noLink: true,
    },
  };
}

const withoutCopy = 'There is no copy to rebuild it from: Clavis would start with an empty list.';

function fromCopy(at: number): string {
  return (
    `The newest copy is from ${formatLongMoment(at)}. What was added, renamed or linked after that is not in its list, and ` +
    'each key counts as copied.'
  );
}

function spoiltCopies(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' One copy can’t be used either, and stays too.'
    : ` ${count} copies can’t be used either, and stay too.`;
}
