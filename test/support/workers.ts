import { availableParallelism } from 'node:os';

/**
 * How many test files run at a time: most tests wait half of their time for other programs (keyring, git, Chromium), so that
 * two to a core are what keeps two cores busy; with more cores memory is what is short.
 */
export const workers = availableParallelism() + 2;
