import type { QuestionWords } from '../language.ts';

function keys(count: number): string {
  return count === 1 ? 'key' : 'keys';
}

/** A sentence, and names below it. */
function withNames(sentence: string, names: readonly string[], more: number): string {
  return [sentence, ...names, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** Questions before a backup is restored. */
export const backupQuestions = {
  linkFolders: ({ folders }) => ({
    message:
      folders.length === 1 ? 'Link this folder of the backup?' : `Link these ${folders.length} folders of the backup?`,
    detail: withNames('Clavis will then offer to write keys to these files.', folders, 0),
    action: 'Link',
  }),
  restoreCopyAlways: ({ shown, more }) => ({
    message: `Allow ${shown.length + more} restored ${keys(shown.length + more)} to be copied any number of times?`,
    detail: withNames('So it was where the backup was made. Cancel restores them to be copied once.', shown, more),
    action: 'Allow',
  }),
  restoreErasing: ({ shown, more }) => ({
    message: `Erase the previous value of ${shown.length + more} ${keys(shown.length + more)} now?`,
    detail: withNames(
      'Their last rotation can still be undone. Once the backup’s value is restored, it can’t.',
      shown,
      more,
    ),
    action: shown.length + more === 1 ? 'Erase previous value' : 'Erase previous values',
  }),
} satisfies Partial<QuestionWords>;
