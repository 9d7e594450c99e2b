import type { AskedItem } from '../../vault/consent-question.ts';
import type { QuestionWords } from '../language.ts';
import { formatDay } from './times.ts';

/** "OpenAI, in “Work”, of 3 May 2026" */
function aboutItem({ name, isPrevious, collection, changedAt }: AskedItem): string {
  const what = isPrevious ? `${name} (previous value)` : name;
  const where = collection === '' ? '' : `, in “${collection}”`;
  return `${what}${where}${changedAt === null ? '' : `, of ${formatDay(changedAt)}`}`;
}

/** Questions about the lock and the keychain. */
export const vaultQuestions = {
  unlock: () => ({
    message: 'Unlock Clavis?',
    detail:
      'It was locked with the screen, for sleep, or after a time without input.\n\nIf you did not just ask to unlock it, choose Cancel.',
    action: 'Unlock',
  }),
  adoptKeychain: ({ keys }) => {
    const whose =
      keys === 1
        ? 'The key whose value is in the other keychain shows'
        : `The ${keys} keys whose values are in the other keychain show`;
    return {
      message: 'Go on with this keychain?',
      detail: `It holds nothing of this vault. ${whose} as missing until you rotate or restore them. The other keychain is left as it is.\n\nA keychain that is only locked can look empty, too: if it may be that, unlock it and try again instead.`,
      action: 'Go on with this one',
    };
  },
  moveValues: ({ to, keys }) => {
    const values = keys === 1 ? 'the values of your key' : `the values of all ${keys} keys`;
    return to === 'passphrase'
      ? {
          message: 'Move all values to a passphrase vault?',
          detail: `Clavis copies ${values} to a file in its own folder, sealed with a passphrase that you choose next, and then removes them from the system’s keychain.\n\nMore protected: while Clavis is locked, no program can read them.\n\nLess protected: the file can be copied, and then only your passphrase protects it. Without the passphrase nobody can open it.`,
          action: 'Choose passphrase…',
        }
      : {
          message: 'Move all values to the system’s keychain?',
          detail: `Clavis copies ${values} to the keychain, and then deletes the file that your passphrase opens. You type that passphrase next.\n\nLess protected: other programs of yours can read them there while the keychain is open, also while Clavis is locked.\n\nMore protected: nobody can try passphrases on a copy of the file. Copies that were made before stay.`,
          action: 'Type passphrase…',
        };
  },
  removeSpare: ({ shown, more }) => {
    const count = shown.length + more;
    const lines = shown.map((item) => `• ${aboutItem(item)}`);
    if (more > 0) lines.push(`and ${more} more`);
    return {
      message: count === 1 ? 'Remove this older item?' : `Remove ${count} older items?`,
      detail: `${lines.join('\n')}\n\nTheir values are erased from the keychain. The item that Clavis reads stays.`,
      action: 'Remove',
    };
  },
} satisfies Partial<QuestionWords>;
