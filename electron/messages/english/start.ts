import type { StartWords } from '../shell-words.ts';
import { formatLongMoment, formatShortMoment } from './times.ts';

function spoiltCopies(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' One copy can’t be used either, and stays too.'
    : ` ${count} copies can’t be used either, and stay too.`;
}

function fromCopy(at: number): string {
  return (
    `The newest copy is from ${formatLongMoment(at)}. What was added, renamed or linked after that is not in its list, and ` +
    'each key counts as copied.'
  );
}

export const start = {
  cantStart: 'Clavis can’t start',
  unforeseen: 'Something went wrong inside Clavis.',
  touchId: 'unlock Clavis',
  repair: {
    message: 'The vault’s database is damaged',
    detail: ({ file, reason, spoilt, copiedAt }) =>
      [
        `${file} can’t be used: ${reason}.`,
        `What there is of it is kept aside in the same folder, and the values in the keychain stay untouched.${spoiltCopies(spoilt)}`,
        copiedAt === null
          ? 'There is no copy to rebuild it from: Clavis would start with an empty list.'
          : fromCopy(copiedAt),
      ].join('\n\n'),
    quit: 'Quit',
    rebuild: (copiedAt) =>
      copiedAt === null ? 'Start with an empty list' : `Rebuild from the copy of ${formatShortMoment(copiedAt)}`,
  },
} as const satisfies StartWords;
