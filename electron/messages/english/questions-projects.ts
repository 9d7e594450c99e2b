import type { AskedFile, ConsentFacts } from '../../vault/consent-question.ts';
import type { QuestionWords } from '../language.ts';

function aboutFile({ file, folder }: AskedFile): string {
  return `${file}\nin ${folder}`;
}

function formatName({ dialect, expands }: ConsentFacts['changeFormat']['wanted']): string {
  return expands ? `${dialect}, with $NAMES expanded` : dialect;
}

/** Questions about env files and their folders. */
export const projectQuestions = {
  leaveOutsideGit: ({ file, system }) => {
    const others = system === 'git' ? '' : `Clavis does not ask ${system} about any file. `;
    return {
      message: `Write keys to this file although ${system} may commit it?`,
      detail: `${aboutFile(file)}\n\n${others}Clavis will not look whether git ignores this file. A file that git tracks is refused all the same.`,
      action: 'Not in git',
    };
  },
  changeFormat: ({ file, before, wanted }) => ({
    message: 'Read and write this file in another format?',
    detail: [
      `File: ${aboutFile(file)}`,
      `Now: ${formatName(before)}`,
      `From now on: ${formatName(wanted)}`,
      'A program that reads the file in its old format could take a value for something else, even for a command.',
    ].join('\n'),
    action: 'Change format',
  }),
} satisfies Partial<QuestionWords>;
