import { count } from './counts.ts';

/** Main's question for a backup's passphrase. */

export const title = 'Type the passphrase of this backup again';
export const lead = <E>(file: E) => [file, ' is saved only if it opens with what you type here.'];
export const passphrase = 'Passphrase';
export const keptUntilThen = 'A backup that is there already stays as it is until then.';
export const wrong = 'Passphrases don’t match.';
export const opening = 'Opening backup…';
export const save = 'Save backup';
export const lastTry = '1 try left, then it is not saved.';
export const triesLeft = (tries: number): string => `${count(tries, 'try', 'tries')} left.`;
