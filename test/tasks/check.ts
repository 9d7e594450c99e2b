/**
 * Types of each layer, then lint, format and the layers' import rules, then blocks of code that are there twice: none in the
 * app, a few in the tests' set-ups. `npx jscpd electron renderer test` lists them.
 */
import { runAll } from './run.ts';

const layers = [
  'electron/vault',
  'electron',
  'electron/tsconfig.preload.json',
  'electron/packaging',
  'renderer',
  'test',
];

process.exit(
  await runAll([
    ...layers.map((layer): [string, ...string[]] => ['tsc', '-p', layer]),
    ['biome', 'ci', '--error-on-warnings', '.'],
    ['jscpd', '--silent', '--threshold', '0', 'electron', 'renderer'],
    ['jscpd', '--silent', 'test'],
  ]),
);
