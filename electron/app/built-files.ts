import path from 'node:path';

/** The build puts all of main's code into one folder, next to the folders of pages and preloads: see `vite.config.ts`. */
const here = import.meta.dirname;

/** Where the build puts what main loads: absolute paths. */
export const builtFiles = {
  mainCode: here,
  vaultPages: path.join(here, '../renderer'),
  vaultPreload: path.join(here, '../preload/preload.cjs'),
  questionPages: path.join(here, '../question'),
  questionPreload: path.join(here, '../question-preload/preload.cjs'),
  gitRunner: path.join(here, 'git-runner.js'),
  worker: (name: string): URL => new URL(`./${name}.js`, import.meta.url),
} as const;
